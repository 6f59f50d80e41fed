import * as vscode from 'vscode';
import { runInSlices } from '../../app/slices.ts';
import type { Policy } from '../../core/policy.ts';
import type { Register } from '../../core/register/register.ts';
import type { Steps } from '../../core/register/steps.ts';
import type { Day } from '../../core/time/day.ts';
import type { CommandContext } from '../commandContext.ts';

/** What an import is planned for. Its plan holds as long as nothing of it has changed. */
export interface PlanBasis {
  readonly register: Register;
  readonly revision: number;
  readonly today: Day;
  readonly policy: Policy;
}

export interface UnfinishedPlan<T> {
  readonly basis: PlanBasis;
  readonly steps: Steps<T>;
}

export interface Planned<T> {
  readonly basis: PlanBasis;
  readonly plan: T;
}

export function basisOf({ store, settings }: Pick<CommandContext, 'store' | 'settings'>): PlanBasis {
  const { register, today } = store;
  return { register, revision: register.revision, today: today.day, policy: settings.policy };
}

export function isSameBasis(a: PlanBasis, b: PlanBasis): boolean {
  return a.register === b.register && a.revision === b.revision && a.today === b.today && a.policy === b.policy;
}

/** Plans in slices, for a program. */
export async function planSilently<T>({ basis, steps }: UnfinishedPlan<T>): Promise<Planned<T>> {
  return { basis, plan: await runInSlices(steps) };
}

/** Plans in slices while a person sees it and can cancel it: undefined then. */
export function planVisibly<T>(title: string, { basis, steps }: UnfinishedPlan<T>): Thenable<Planned<T> | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_, token) => {
    const plan = await runInSlices(steps, () => token.isCancellationRequested);
    return plan === undefined ? undefined : { basis, plan };
  });
}
