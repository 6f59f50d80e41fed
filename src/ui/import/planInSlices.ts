import * as vscode from 'vscode';
import type { EntryStore } from '../../app/entryStore.ts';
import { runInSlices } from '../../app/slices.ts';
import type { Policy } from '../../core/policy.ts';
import type { Register } from '../../core/register/register.ts';
import type { Steps } from '../../core/register/steps.ts';
import type { RuleContext } from '../../core/rules/context.ts';
import type { Day } from '../../core/time/day.ts';

/** What an import is planned for. Its plan holds as long as nothing of it has changed. */
export interface PlanBasis {
  readonly register: Register;
  readonly revision: number;
  readonly today: Day;
  readonly policy: Policy;
}

export interface Planned<P> {
  readonly basis: PlanBasis;
  readonly plan: P;
}

export function basisOf({ register, today, policy }: Pick<RuleContext, 'register' | 'today' | 'policy'>): PlanBasis {
  return { register, revision: register.revision, today, policy };
}

export function isSameBasis(a: PlanBasis, b: PlanBasis): boolean {
  return a.register === b.register && a.revision === b.revision && a.today === b.today && a.policy === b.policy;
}

/** Plans in slices, for a program. */
export async function planSilently<P>(store: EntryStore, plan: (basis: PlanBasis) => Steps<P>): Promise<Planned<P>> {
  const basis = await latestBasis(store);
  return { basis, plan: await runInSlices(plan(basis)) };
}

/**
 * Plans in slices while a person sees it and can cancel it: undefined then. What takes only one step is not worth a
 * notification.
 */
export async function planVisibly<P>(
  title: string,
  store: EntryStore,
  plan: (basis: PlanBasis) => Steps<P>,
): Promise<Planned<P> | undefined> {
  const basis = await latestBasis(store);
  const steps = plan(basis);
  const first = steps.next();
  if (first.done === true) return { basis, plan: first.value };
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_, token) => {
    const planned = await runInSlices(steps, () => token.isCancellationRequested);
    return planned === undefined ? undefined : { basis, plan: planned };
  });
}

async function latestBasis(store: EntryStore): Promise<PlanBasis> {
  await store.refresh();
  return basisOf({ register: store.register, today: store.today.day, policy: store.policy() });
}
