import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wallClock } from '../../src/app/clock.ts';
import { BoardFeed } from '../../src/app/boardFeed.ts';
import { Vault } from '../../src/app/vault.ts';
import { openLedger, policy } from '../support/ledgers.ts';
import { type Figure, mediansInMs, ratio } from './figure.ts';
import { writeOpenAndClosed } from './largeLog.ts';

const open = 1_000;
/** Two entries each: with the open ones, 300,000 entries and a few. */
const closed = 149_000;

/** From the start of a window to the board its views draw: from what was shown last, beside reading the whole log. */
export async function startUp(): Promise<Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'pacesetter-bench-'));
  writeOpenAndClosed(root, open, closed);
  const start = (): Vault => {
    const feed = new BoardFeed(
      openLedger(root, root, { clock: wallClock }),
      () => ({ dispose: () => undefined }),
      () => policy,
    );
    return new Vault(feed, 'bench', () => true, console.error);
  };
  const drawn = ({ feed }: Vault): void => {
    const { totals } = feed.board;
    if (totals.open !== open) throw new Error(`${totals.open} open items were drawn`);
  };
  const first = start();
  await first.feed.ledger.refresh();
  await first.keep();
  const early = (): void => {
    const vault = start();
    const known = vault.lastSeen();
    if (known === undefined) throw new Error('what was shown last was not kept');
    vault.feed.showEarly(known);
    drawn(vault);
  };
  const whole = async (): Promise<void> => {
    const vault = start();
    await vault.feed.ledger.refresh();
    drawn(vault);
  };
  const [shown = 0, read = 0] = await mediansInMs({ runs: 5, collect: true }, early, whole);
  rmSync(root, { recursive: true });
  return [
    {
      figure: 'start to the board, 300,000 entries: from what was shown last ÷ from the log',
      measured: ratio(shown, read),
      aim: '≤ 0.05',
    },
  ];
}
