import type { MadeUpYear, PlantedDecision } from './madeUpYear.ts';
import { dayAfter, type PlainDay } from './plainDays.ts';

/** What the figures have to be, from what was planted. */
export function plantedIn(year: MadeUpYear) {
  const { today, spells, work, rerankings, decisions } = year;
  const start = dayAfter(today, -89);
  const open = work.filter(({ closedOn }) => closedOn >= start);
  const sent = spells.team.filter(({ from }) => from >= start);
  const clear = work.filter(({ isClear }) => isClear);
  const anyway = work.filter(({ isClear }) => !isClear);
  const held = decisions.filter(({ isHeld }) => isHeld);
  const notHeld = decisions.filter(({ isHeld }) => !isHeld);
  const moved = rerankings.filter((on) => on >= start && work.some((one) => one.madeOn < on && on < one.closedOn));
  return {
    halves: {
      turnaround: { you: turnaroundOf(spells.you, start), team: turnaroundOf(spells.team, start) },
      team: { ...metOf(open), needed: 5 },
      changes: {
        requirementChanges: open.flatMap(({ changedOn }) => changedOn).filter((on) => on >= start).length,
        rerankings: moved.length,
        assignments: open.length,
      },
      sendBacks: sent.length,
    },
    payback: {
      needed: 5,
      clear: sideOf(year, clear, anyway),
      anyway: sideOf(year, anyway, clear),
      held: checkedOf(held, notHeld),
      notHeld: checkedOf(notHeld, held),
    },
    calibration: calibrationOf(decisions),
  };
}

function turnaroundOf(spells: MadeUpYear['spells']['you'], start: PlainDay) {
  const days = spells.filter(({ to }) => to >= start).map((spell) => spell.days);
  const p85 = days.length < 5 ? undefined : atRank(Math.ceil((85 * days.length) / 100), days);
  return { n: days.length, needed: 5, p85, running: 0, oldestRunningInDays: undefined };
}

function atRank(rank: number, values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[rank - 1];
}

function metOf(work: MadeUpYear['work']) {
  const agreed = work.filter(({ isReassigned }) => !isReassigned);
  return { count: agreed.filter(({ end }) => end === 'met').length, of: agreed.length };
}

/** Of both sides, where both have enough. */
function medianOf(values: readonly number[], others: readonly unknown[]): number | undefined {
  return Math.min(values.length, others.length) < 5 ? undefined : atRank(Math.ceil(values.length / 2), values);
}

function sideOf(year: MadeUpYear, work: MadeUpYear['work'], others: MadeUpYear['work']) {
  const median = (of: (one: MadeUpYear['work'][number]) => number) => medianOf(work.map(of), others);
  return {
    n: work.length,
    medianChanges: median(({ changes }) => changes),
    medianInterruptions: median((one) => year.interruptionsOf(one)),
    medianYourDays: median(({ yourDays }) => yourDays),
    met: metOf(work),
  };
}

function checkedOf(decisions: readonly PlantedDecision[], others: readonly PlantedDecision[]) {
  const reworkOf = (some: readonly PlantedDecision[]) => some.flatMap(({ reworkInDays }) => reworkInDays ?? []);
  return {
    answered: decisions.filter(({ stands }) => stands !== undefined).length,
    stood: decisions.filter(({ stands }) => stands === true).length,
    rework: { n: reworkOf(decisions).length, median: medianOf(reworkOf(decisions), reworkOf(others)) },
  };
}

function calibrationOf(decisions: readonly PlantedDecision[]) {
  const sure = decisions.flatMap(({ sureness, stands }) => (sureness === undefined ? [] : [{ sureness, stands }]));
  const answers = sure.filter(({ stands }) => stands !== undefined);
  // From each answer alone, without the parts.
  const misses = answers.map(({ sureness, stands }) => (stands === true ? 100 - sureness : sureness) / 100);
  const brier = misses.reduce((sum, miss) => sum + miss ** 2, 0) / answers.length;
  return {
    answered: answers.length,
    needed: 10,
    brier: answers.length < 10 ? undefined : rounded(brier),
    bands: [50, 60, 70, 80, 90].map((from) => {
      const within = answers.filter(({ sureness }) => sureness >= from && sureness < from + 10);
      return { from, to: from + 9, n: within.length, stood: within.filter(({ stands }) => stands === true).length };
    }),
    unanswered: sure.length - answers.length,
  };
}

/** Numbers that are added up in another order differ in their last digits. */
export function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
