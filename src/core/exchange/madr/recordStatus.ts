import { textOf } from './markdownText.ts';
import type { RecordParts } from './recordParts.ts';
import { toldStatus } from './statusPlace.ts';

/**
 * What the status of a record says. `superseded`: it was decided, and something else holds since. `none`: the record says
 * nothing of a status, as MADR allows. `unknown`: it says something in words that are not known.
 */
export type Standing = 'decided' | 'superseded' | 'rejected' | 'undecided' | 'unknown' | 'none';

export interface RecordStatus {
  readonly standing: Standing;
  /** As read, on one line, without decoration. */
  readonly text: string;
}

export function statusOf(parts: RecordParts, fileName: string): RecordStatus {
  const told = toldStatus(parts, fileName);
  if (told === undefined) return { standing: 'none', text: '' };
  const lines = told
    .split('\n')
    .map(plainLine)
    .filter((line) => line.text !== '');
  const checked = lines.filter(({ isChecked }) => isChecked);
  const [first, ...others] = (checked.length > 0 ? checked : lines.filter(({ isUnchecked }) => !isUnchecked)).map(
    ({ text }) => text,
  );
  if (first === undefined) return { standing: 'unknown', text: lines[0]?.text ?? textOf(told).trim() };
  // A history of the status: the last line that has a day counts.
  const dated = [first, ...others].filter((text) => /\d{4}/.test(text) && isKnown(standingOf(text)));
  const text = dated.length > 1 ? dated.at(-1)! : first;
  const standing = standingOf(text);
  if (standing !== 'unknown') return { standing, text };
  // What stands above the status may be a remark. Only a line that begins with a status counts, prose may hold any word.
  const later = others.slice(0, 4).find((other) => isKnown(standingOf(other)) && startOf(other) === 0);
  return later === undefined ? { standing, text } : { standing: standingOf(later), text: later };
}

interface PlainLine {
  readonly text: string;
  readonly isChecked: boolean;
  readonly isUnchecked: boolean;
}

/** A line without what decorates it: marks of lists, quotations and emphasis, boxes, pictures, HTML, symbols. */
function plainLine(whole: string): PlainLine {
  const line = whole.slice(0, longestLine);
  const box = /^[\s>]*(?:[-*+]|\d{1,3}[.)])?\s*(?:\[([ xX]?)\]|([☑☒✔☐]))(?!\()/u.exec(line);
  const mark = box?.[1] ?? box?.[2];
  const told = line.slice(box?.[0].length ?? 0);
  // Of several that a template offers, the one that is emphasised was chosen.
  const chosen = /\s[|/]\s/.test(told) ? [...told.matchAll(/\*\*([^*|/]{2,40})\*\*/g)] : [];
  const text = textOf(
    (chosen.length === 1 ? chosen[0]![1]! : told)
      .replace(/~~[^~]{0,200}~~/g, '')
      .replace(/<[^<>]{0,200}>/g, '')
      .replace(/!\[([^[\]]{0,100})\](?:\([^()\s]{0,500}\))?/g, '$1')
      .replace(/:[a-z_]{2,30}:/g, ''),
  );
  return {
    text: text
      .replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, '')
      .replace(/^\|?\s*[\s:|-]*$/, '')
      .replace(/^(?:status|state|estado|statut)\s*[:：=|]\s*/i, '')
      .replace(/^[^\p{L}\p{N}([{“"'?]+|[^\p{L}\p{N})\]}”"'.?!…]+$/gu, '')
      .replace(/^["'“_*[{(]+([^[\](){}|…]*)["'”_*\]})]+$/, '$1')
      .trim(),
    isChecked: mark !== undefined && mark.trim() !== '' && mark !== '☐',
    isUnchecked: mark !== undefined && (mark.trim() === '' || mark === '☐'),
  };
}

/** In UTF-16 code units. */
const longestLine = 1_000;

/** Words of each standing, in English, German, French, Spanish, Portuguese, Italian, Chinese and Japanese. */
const words: Readonly<Record<Exclude<Standing, 'unknown' | 'none'>, string>> = {
  decided:
    'accepted|approved|adopted|amended|augmented|extended|decided|implemented|done|agreed|ratified|final|finali[sz]ed|active|in force|in effect|effective|enacted|resolved|completed?|confirmed|in use|valid|aktiv|in kraft|vereinbart|erledigt|angenommen|akzeptiert|beschlossen|entschieden|genehmigt|verabschiedet|umgesetzt|gültig|freigegeben|bestätigt|accepté?e?|approuvée?|adoptée?|validée?|décidée?|actée?|en vigueur|retenue?|appliquée?|aceptad[oa]|aprobad[oa]|adoptad[oa]|decidid[oa]|acordad[oa]|vigente|en vigor|implementad[oa]|implantad[oa]|aceit[oae]|aprovad[oa]|adotad[oa]|em vigor|accettat[oa]|approvat[oa]|已接受|已采纳|已采用|已批准|已通过|已决定|已实施|接受|采纳|通过|承認|採用|承認済み|決定済み',
  superseded:
    'super[sc]e+d+ed|supplanted|replaced|obsoleted?|deprecated|retired|outdated|ersetzt|abgelöst|veraltet|überholt|remplacée?|obsolète|dépréciée?|caduque?|reemplazad[oa]|sustituid[oa]|obsolet[oa]|superad[oa]|deprecad[oa]|substituíd[oa]|descontinuad[oa]|superato|已废弃|已取代|已弃用|廃止',
  rejected:
    'rejected|declined|discarded|refused|denied|abgelehnt|verworfen|zurückgewiesen|rejetée?|refusée?|écartée?|rechazad[oa]|descartad[oa]|rejeitad[oa]|recusad[oa]|respint[oa]|已拒绝|拒绝|却下',
  undecided:
    'propos(?:ed|al|ing)|drafts?|drafted|pending|open|re-?opened|review|reviewing|discussion|discussing|discussed|progress|wip|rfc|tbd|to ?do|hold|deferred|postponed|waiting|awaiting|idea|candidate|planned|investigating|evaluating|researching|withdrawn|abandoned|cancell?ed|paused|blocked|unknown|undecided|unapproved|new|vorgeschlagen|vorschlag|entwurf|offen|in arbeit|in prüfung|in diskussion|in bearbeitung|ausstehend|unentschieden|zurückgestellt|zurückgezogen|verschoben|vertagt|geplant|abstimmung|proposée?|proposition|brouillon|ébauche|en cours|en attente|en discussion|à décider|à valider|à l.étude|reportée?|abandonnée?|annulée?|propuest[oa]|borrador|pendientes?|en revisión|en discusión|en curso|abiert[oa]|en evaluación|aplazad[oa]|cancelad[oa]|propost[oa]|rascunho|pendentes?|em revisão|em discussão|em análise|em aberto|em avaliação|adiad[oa]|em andamento|bozza|in attesa|提议|已提议|提案|草案|草稿|待定|待审|讨论中|審議中',
};
const standings = Object.entries(words) as readonly [keyof typeof words, string][];
const anyWord = new RegExp(
  standings.map(([standing, list]) => `(?<${standing}>(?<![\\p{L}])(?:${list})(?![\\p{L}]))`).join('|'),
  'giu',
);
/** Chinese and Japanese have no gaps between words. */
const anyIdeograph = new RegExp(
  standings
    .map(
      ([standing, list]) =>
        `(?<${standing}>${list
          .split('|')
          .filter((word) => /\p{Script=Han}/u.test(word))
          .join('|')})`,
    )
    .join('|'),
  'gu',
);

interface Found {
  readonly standing: keyof typeof words;
  readonly at: number;
  readonly end: number;
}

function foundIn(text: string): Found[] {
  const pattern = /\p{Script=Han}/u.test(text) ? anyIdeograph : anyWord;
  return [...text.slice(0, longestStatus).matchAll(pattern)].map(({ groups = {}, index, 0: word }) => ({
    standing: standings.find(([standing]) => groups[standing] !== undefined)![0],
    at: index,
    end: index + word.length,
  }));
}

/** In UTF-16 code units: prose after it says no more about the standing. */
const longestStatus = 400;

/** Where the first known word of the line stands. */
function startOf(text: string): number {
  return foundIn(text)[0]?.at ?? -1;
}

function isKnown(standing: Standing): boolean {
  return standing !== 'unknown';
}

/** What one line says. Where words of several standings meet, it is decided only if nothing speaks against it. */
function standingOf(text: string): Standing {
  const found = foundIn(text);
  if (found.length === 0) return 'unknown';
  // The words of a template that nobody chose from.
  const kinds = new Set(found.map(({ standing }) => standing));
  if (/^[{[<].*[|…]/.test(text) || (kinds.size > 1 && /\s[|/]\s|\w\/\w/.test(text.slice(0, longestStatus))))
    return 'undecided';
  const arrow = found.length > 1 && /->|=>|→|⇒|➔|➡/.test(text);
  const counting = arrow ? found.at(-1)! : found[0]!;
  const before = text.slice(0, counting.at);
  const after = text.slice(counting.end);
  const isNegated = negated.test(before) || /^\s*\?/.test(after);
  if (counting.standing === 'rejected') return isNegated ? 'unknown' : 'rejected';
  if (counting.standing === 'undecided' || isNegated) return 'undecided';
  // `Final draft`, `Accepted pending review`, `Active discussion`; but not `Accepted (proposed by Anna)`.
  const next = found.find(({ at }) => at > counting.at);
  if (next?.standing === 'undecided' && next.at - counting.end < 2) return 'undecided';
  if (unsettled.test(after)) return 'undecided';
  if (/^\s+against\b/i.test(after)) return 'rejected';
  // `Accepted 3, rejected 1`: which one holds is not said.
  if (
    counting.standing === 'decided' &&
    !arrow &&
    next?.standing === 'rejected' &&
    !/\b(?:then|later|since|now|but)\b/i.test(after)
  ) {
    return 'unknown';
  }
  // Decided, and replaced since.
  if (counting.standing === 'decided' && !arrow) {
    const later = found.find(({ standing, at }) => standing !== 'decided' && at > counting.end);
    if (later?.standing === 'superseded' && !/\b(?:supersedes|replaces)\b/i.test(after)) return 'superseded';
    if (later?.standing === 'rejected' && /\b(?:then|later|since|now|but)\b/i.test(after)) return 'rejected';
  }
  return counting.standing;
}

/** What comes after a decision that is none yet. */
const unsettled =
  /^\s+(?:by\s+(?:nobody|no one)|in principle|im prinzip|en principe|to\s+(?:defer|postpone|wait)|comment period)|\bpending\s+(?:[\w-]+\s+){0,2}(?:approval|review|decision|sign|confirm|agree|vote)|\b(?:subject to|conditional on|provided that|unless)\b/i;

/** Words before a status, in the same clause, that say that it is not yet or not at all. */
const negated =
  /(?:^|[^\p{L}])(?:not|never|conditionally|provisionally|tentatively|partially|partly|vorläufig|bedingt|teilweise|provisoirement|partiellement|provisionalmente|parcialmente|\d+ ?%|(?<!(?:moved|changed|set|promoted|status) )to|will|shall|should|must|would|could|can|(?<!\d )may(?! \d)|might|until|if|when|once|before|almost|nearly|awaiting|nicht|noch|nie|kein|keine|zu|wird|soll|falls|wenn|bis|sobald|non|pas|jamais|sera|à|si|quand|sin|no|aún|todavía|será|por|cuando|não|nao|ainda|quando|a ser|isn't|wasn't|hasn't)(?:[^\p{L}.;,(]+[\p{L}']+){0,3}[^\p{L}.;,(]*$|[未尚没不待](?:[^。，]{0,3})$/iu;
