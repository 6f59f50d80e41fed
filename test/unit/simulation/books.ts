import type { Intent, IntentOf } from '../../../src/core/rules/intents.ts';
import { DayCounts } from './dayCounts.ts';
import { type Deed, inForce } from './diary.ts';
import { closes, disagree, mayReplace, saysMore } from './disagreements.ts';
import { type Brief, type Ending, kindOf, endPage, nameOn, newPage, type Page, present, type Targets } from './page.ts';
import { type PlainDay, type PlainWeek, workedDayAfter, workedDays } from './plainDays.ts';

/**
 * The leader's books: a page for each item and a brief for each assignment, written from the deeds of the diary.
 * Made from the definitions of the product and not from its code: no entries, no fold, no spells, no formula.
 */
export class Books extends DayCounts {
  readonly pages = new Map<string, Page>();
  readonly briefs = new Map<string, Brief>();
  /** Ids of the priorities, the highest first. */
  priorities: string[] = [];
  /** Days on which re-rankings changed a place. */
  readonly rerankings: PlainDay[] = [];
  #rankedLast: PlainDay = '0000-00-00';
  readonly #deeds: readonly Deed[];

  constructor(
    deeds: readonly Deed[],
    week: PlainWeek,
    readonly targets: Targets,
  ) {
    super(week);
    this.#deeds = inForce(deeds);
    for (const deed of this.#deeds) this.#note(deed);
    for (const page of this.pages.values()) this.#tell(page);
  }

  /** The day that an act of that day is dated. */
  dated(subject: string | undefined, today: PlainDay): PlainDay {
    const known = this.pages.get(subject ?? '') ?? this.briefs.get(subject ?? '');
    const last = subject === 'priorities' ? this.#rankedLast : (known?.last ?? today);
    return last > today ? last : today;
  }

  /** Open items in its way. */
  blockersOf({ ending, blockers }: Page): Page[] {
    if (ending !== undefined) return [];
    return [...blockers.keys()].flatMap((id) => {
      const page = this.pages.get(id);
      return page === undefined || page.ending !== undefined ? [] : [page];
    });
  }

  #note(deed: Deed): void {
    const { intent } = deed;
    if (intent.type === 'capture') return this.#capture(deed, intent);
    if (intent.type === 'addPriority' || intent.type === 'rankPriorities') return this.#rank(deed, intent);
    if (intent.type === 'assign') return this.#assign(deed, intent);
    if (!('id' in intent)) return;
    const brief = this.briefs.get(intent.id);
    if (brief !== undefined) return this.#amend(brief, deed);
    const page = this.pages.get(intent.id);
    if (page === undefined) return;
    this.#turn(page, deed);
    const on = intent.type === 'markReturned' ? (intent.returnedOn ?? deed.on) : deed.on;
    if (on > page.last) page.last = on;
  }

  #rank({ act, on, made = '' }: Deed, intent: Extract<Intent, { type: 'addPriority' | 'rankPriorities' }>): void {
    if (on > this.#rankedLast) this.#rankedLast = on;
    if (intent.type === 'addPriority') {
      this.priorities.push(made);
      return;
    }
    const known = intent.order.filter((id) => this.priorities.includes(id));
    const next = [...known, ...this.priorities.filter((id) => !known.includes(id))];
    const moved = next.filter((id, place) => this.priorities[place] !== id);
    this.priorities = next;
    if (moved.length > 0) this.rerankings.push(on);
    for (const { ending, made: handedOut, served, rerankings, owners } of this.briefs.values()) {
      // It was open when the day began.
      const isOpen = on > handedOut && on <= (ending?.on ?? on);
      if (!isOpen || !moved.includes(whenItBegan(on, served) ?? '')) continue;
      rerankings.push({ on, person: whenItBegan(on, owners) ?? '', act });
    }
  }

  #capture(
    { on, today, brought, intent }: Deed,
    fields: Omit<Extract<Intent, { type: 'capture' }>, 'type' | 'kind'> & { readonly kind?: Page['kind'] | undefined },
    hole?: Page['hole'],
    id = brought[0]?.item ?? '',
  ): void {
    const kind = fields.kind ?? (fields.owedBy === undefined ? 'decision' : 'dependency');
    const asked = fields.askedOn ?? on;
    const target = this.targets[kindOf({ kind, door: fields.door })];
    const promise = fields.promisedOn ?? workedDayAfter(asked, target, this.week);
    if (this.pages.has(id)) return;
    const named = hole === undefined ? undefined : on;
    const waiting = (fields.waiting ?? []).map((name) => ({ name, named, gone: undefined }));
    const { title, door, askedBy, owedBy, note } = fields;
    const isCaptured = intent.type === 'capture';
    const captured = { id, isCaptured, kind, title, door, asked, askedBy, logged: today, owedBy, note, waiting, hole };
    this.pages.set(id, newPage(captured, promise));
  }

  #turn(page: Page, deed: Deed): void {
    const { on, intent } = deed;
    const isOpen = page.ending === undefined;
    switch (intent.type) {
      case 'edit':
        page.title = intent.title ?? page.title;
        page.note = intent.note === undefined ? page.note : (intent.note ?? undefined);
        page.asked = intent.askedOn ?? page.asked;
        return;
      case 'changeWaiting':
        for (const one of present(page)) if (intent.remove?.includes(one.name) === true) one.gone = deed.today;
        for (const name of intent.add ?? []) {
          nameOn(page, name, deed.today);
          this.#waitsSince(page, name, intent.since);
        }
        return;
      case 'settleDisagreement':
        return this.#choose(page, deed);
      case 'setCheckDay':
        if (!isOpen && page.check?.answer === undefined) {
          page.check = unanswered(intent.checkOn);
        }
        return;
      case 'answerCheck':
        return this.#answer(page, deed, intent);
      case 'reopen':
        if (isOpen) return;
        // It did not take effect, or the closing overtook it.
        if (page.ending?.by.intent.type === 'confirmDefault' || (page.default?.on ?? '9') <= on)
          page.default = undefined;
        page.ending = undefined;
        page.isHolding = false;
        page.check = undefined;
        page.sureness = undefined;
        page.answer = undefined;
        page.disagreement = undefined;
        page.moves.push({ on, mover: 'leader' });
        return;
      default:
        if (isOpen) this.#turnOpen(page, deed);
        else if (closes(deed)) this.#closeAgain(page, deed);
    }
  }

  /** Another machine closed it first. The day to check it is a fact of its own. */
  #closeAgain(page: Page, deed: Deed): void {
    const { intent } = deed;
    if (page.ending !== undefined && intent.type === 'decide' && saysMore(page.ending.by, deed)) {
      page.ending = { ...page.ending, by: deed };
      page.sureness = intent.sureness;
    } else disagree(page, 'closing', page.ending?.by, deed);
    const isChecked = intent.type === 'decide' && intent.checkOn !== undefined && page.ending?.how !== 'withdrawn';
    if (isChecked && page.check?.answer === undefined) page.check = unanswered(intent.checkOn);
  }

  /** Said to have waited since that day; never shorter than known. Where they were left out before, from then on. */
  #waitsSince(page: Page, name: string, since: PlainDay | undefined): void {
    const now = present(page).find((one) => one.name === name);
    if (since === undefined || now?.named === undefined || since >= now.named) return;
    let from = since;
    for (const before of page.waiting) {
      if (before === now || before.name !== name || before.gone === undefined || before.gone < since) continue;
      if (before.named === undefined || before.named < from) from = before.named ?? page.asked;
      page.waiting.splice(page.waiting.indexOf(before), 1);
    }
    now.named = from;
  }

  /** The leader looked at what two machines say, and this one counts. */
  #choose(page: Page, { chosen }: Deed): void {
    const { disagreement } = page;
    page.disagreement = undefined;
    page.isChosen = true;
    if (disagreement === undefined || chosen === disagreement.counts) return;
    const counts = this.#deeds.find(({ act }) => act === chosen);
    if (counts === undefined) return;
    if (disagreement.about === 'check') {
      const { intent, on, brought } = counts;
      page.answer = counts;
      page.check = {
        on: page.check?.on,
        answer: intent.type === 'answerCheck' ? intent.answer : undefined,
        answered: on,
        rework: reworkOf(intent),
      };
      page.successor = brought[0]?.item;
      return;
    }
    const { check } = page;
    page.ending = undefined;
    page.sureness = undefined;
    page.moves.pop();
    this.#turnOpen(page, counts);
    page.check = check;
  }

  #turnOpen(page: Page, deed: Deed): void {
    const { on, intent } = deed;
    const end = (how: Ending['how'], day: PlainDay, words: string | undefined): void => {
      endPage(page, { how, on: day, words, by: deed });
    };
    switch (intent.type) {
      case 'movePromise': {
        const { promisedOn: day, reason = '' } = intent;
        page.tellings.push({ day, on, reason, isPromise: true });
        page.promise = { day, made: on };
        return;
      }
      case 'acknowledge':
        page.acknowledged = true;
        page.responses.push(on);
        return;
      case 'sendBack':
        page.responses.push(on);
        page.isHolding = false;
        page.moves.push({ on, mover: 'asker', name: intent.to ?? page.askedBy, words: intent.question });
        return;
      case 'handOver':
        page.responses.push(on);
        page.isHolding = false;
        page.moves.push({ on, mover: 'decider', name: intent.to, words: intent.note });
        return;
      case 'markReturned':
        page.moves.push({ on: intent.returnedOn ?? on, mover: 'leader' });
        return;
      case 'deliberate': {
        const { until, question } = intent;
        page.tellings.push({ day: until, on, reason: question, isPromise: false });
        page.hold = { question, until, since: on };
        page.isHolding = true;
        page.holds.push(on);
        page.responses.push(on);
        return;
      }
      case 'block':
      case 'verifyBlocker':
        page.blockers.set(intent.blocker, on);
        return;
      case 'unblock':
        page.blockers.delete(intent.blocker);
        return;
      case 'chase':
        page.chases.push({ on, whom: intent.whom ?? page.owedBy ?? '', note: intent.note });
        return;
      case 'stateDefault':
        page.default = { on: intent.takesEffectOn, outcome: intent.outcome, stated: on };
        return;
      case 'dropDefault':
        page.default = undefined;
        return;
      case 'confirmDefault': {
        if (page.default === undefined) return;
        const { on: day, outcome, stated } = page.default;
        const isSilence = workedDays(stated, day, this.week).length > 0;
        return end(isSilence ? 'silence' : 'decided', day, outcome);
      }
      case 'decide':
        end('decided', intent.decidedOn ?? on, intent.outcome);
        page.sureness = intent.sureness;
        if (intent.checkOn !== undefined) page.check = unanswered(intent.checkOn);
        return;
      case 'clear':
        return end('cleared', intent.clearedOn ?? on, intent.note);
      case 'withdraw':
        return end('withdrawn', on, intent.reason);
      case 'settle':
        return this.#settle(page, on, intent, end);
      default:
        return;
    }
  }

  /** What people were told, one after the other: later than the last day moved on by what rested since, it is a slip. */
  #tell(page: Page): void {
    for (const { day, on, reason, isPromise } of page.tellings) {
      const from = this.rested(page, page.told, on);
      if (day > from) page.slips.push({ from, to: day, on, reason });
      if (isPromise || day > from) page.told = { day, made: on };
    }
  }

  #answer(page: Page, deed: Deed, intent: Extract<Intent, { type: 'answerCheck' }>): void {
    if (intent.answer === 'reversed') {
      const successor = deed.brought[0]?.item ?? '';
      const { kind, door, askedBy, owedBy } = page;
      const title = intent.title ?? page.title;
      this.#capture(deed, { title, kind, door, askedBy, waiting: deed.waiting, owedBy }, page.hole, successor);
    }
    if (page.ending === undefined) return;
    if (!mayReplace(page, deed)) return disagree(page, 'check', page.answer, deed);
    page.answer = deed;
    page.check = { on: page.check?.on, answer: intent.answer, answered: deed.on, rework: reworkOf(intent) };
    if (intent.answer === 'reversed') page.successor = deed.brought[0]?.item;
  }

  #assign(deed: Deed, intent: Extract<Intent, { type: 'assign' }>): void {
    const { made: id = '', on, brought } = deed;
    const { outcome = '', owner = '', dueOn, dependsOn = [], isAgreed = false } = intent;
    const brief: Brief = {
      id,
      outcome,
      made: on,
      isClear: brought.length === 0,
      owner,
      owners: [{ name: owner, since: on }],
      due: dueOn,
      isAgreed,
      agreed: undefined,
      dependsOn,
      served: [{ name: intent.serves ?? '', since: on }],
      changes: [],
      rerankings: [],
      ending: undefined,
      last: on,
    };
    this.briefs.set(id, brief);
    agree(brief, on);
    for (const { item, hole = '' } of brought) {
      const fields = { title: outcome, waiting: [owner], kind: 'clarity' } as const;
      this.#capture(deed, fields, { assignment: id, hole }, item);
    }
  }

  #amend(brief: Brief, deed: Deed): void {
    const { on, intent } = deed;
    if (on > brief.last) brief.last = on;
    if (brief.ending !== undefined) return;
    switch (intent.type) {
      case 'changeAssignment':
        brief.changes.push({
          on,
          cost: intent.costInDays,
          person: brief.owner,
          isReassigned: false,
          onlyAgrees: onlyAgrees(intent, brief.due),
        });
        // Another due day is not agreed, unless the change says so.
        if (intent.dueOn !== undefined && intent.dueOn !== brief.due) brief.isAgreed = false;
        brief.isAgreed = intent.isAgreed ?? brief.isAgreed;
        brief.due = intent.dueOn ?? brief.due;
        brief.dependsOn = intent.dependsOn ?? brief.dependsOn;
        if (intent.serves !== undefined) brief.served.push({ name: intent.serves ?? '', since: on });
        return agree(brief, on);
      case 'reassign':
        brief.changes.push({
          on,
          cost: intent.costInDays,
          person: brief.owner,
          isReassigned: true,
          onlyAgrees: false,
        });
        // Only who owns it now can say whether the day suits them.
        brief.isAgreed = false;
        brief.agreed = undefined;
        return this.#own(brief, intent.owner, on);
      case 'closeAssignment':
        return this.#end(brief, deed, intent);
      default:
        return;
    }
  }

  /** Its holes go with it. What came after the day that is said was no interruption. */
  #end(brief: Brief, deed: Deed, intent: Extract<Intent, { type: 'closeAssignment' }>): void {
    const on = intent.closedOn ?? deed.on;
    brief.ending = { on, result: intent.result };
    brief.rerankings = brief.rerankings.filter((reranking) => reranking.on <= on);
    for (const { item, on: day } of deed.holes) {
      const page = this.pages.get(item);
      if (page?.ending === undefined && page !== undefined) {
        endPage(page, { how: 'withdrawn', on: day, words: undefined, by: deed });
      }
    }
  }

  /** The open holes of an assignment, each with the day on which it goes if the assignment ends on that day. */
  holesOn(id: string, day: PlainDay): { item: string; on: PlainDay }[] {
    return [...this.pages.values()].flatMap(({ id: item, hole, ending, last }) =>
      hole?.assignment === id && ending === undefined ? [{ item, on: last > day ? last : day }] : [],
    );
  }

  /** A hole is filled. */
  #settle(
    page: Page,
    on: PlainDay,
    intent: Extract<Intent, { type: 'settle' }>,
    end: (how: 'settled', day: PlainDay, words: string | undefined) => void,
  ): void {
    end('settled', on, intent.answer);
    const brief = this.briefs.get(page.hole?.assignment ?? '');
    if (brief === undefined) return;
    if (on > brief.last) brief.last = on;
    const hole = page.hole?.hole;
    if (hole === 'owner') this.#own(brief, intent.answer ?? '', on);
    if (hole !== 'dueOn' && hole !== 'isAgreed') return;
    brief.due = intent.dueOn ?? brief.due;
    brief.isAgreed = true;
    agree(brief, on);
  }

  /** Its holes wait for whoever holds it now. */
  #own(brief: Brief, owner: string, on: PlainDay): void {
    brief.owner = owner;
    brief.owners.push({ name: owner, since: on });
    for (const page of this.#holesOf(brief)) {
      for (const one of present(page)) one.gone = on;
      nameOn(page, owner, on);
    }
  }

  #holesOf({ id }: Brief): Page[] {
    return [...this.pages.values()].filter(({ hole }) => hole?.assignment === id);
  }
}

/** Of what changed on some days: what was so when that day began. */
function whenItBegan(day: PlainDay, list: readonly { readonly name: string; since: PlainDay }[]): string | undefined {
  return (list.findLast(({ since }) => since < day) ?? list[0])?.name;
}

function unanswered(on: PlainDay): Page['check'] {
  return { on, answer: undefined, answered: undefined, rework: undefined };
}

/** The first due day to which the owner agreed, before it had passed, stays. */
function agree(brief: Brief, made: PlainDay): void {
  const { due, isAgreed, agreed } = brief;
  if (due === undefined || !isAgreed) return;
  // Nobody can promise a day that has passed.
  if (agreed === undefined && made <= due) brief.agreed = { day: due, made };
}

/** Whether the change says no more than that whoever owns it agrees to the day. */
function onlyAgrees(
  { type, id, reason, costInDays, isAgreed, dueOn, ...others }: IntentOf<'changeAssignment'>,
  due: PlainDay | undefined,
): boolean {
  return (
    isAgreed === true &&
    (dueOn === undefined || dueOn === due) &&
    Object.values(others).every((value) => value === undefined)
  );
}

const reworkOf = (intent: Intent) => ('reworkInDays' in intent ? intent.reworkInDays : undefined);
