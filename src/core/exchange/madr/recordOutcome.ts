import { textOf } from './markdownText.ts';
import { findSection, ownText, plainHeading, type RecordParts } from './recordParts.ts';

export interface Chosen {
  readonly outcome: string;
  readonly because: string | undefined;
}

/** What was decided, and why: from the section of the decision, else from a line `Decision: …` above the sections. */
export function chosenIn(parts: RecordParts, isOurs: boolean): Chosen | undefined {
  const index = findSection(parts, outcomeHeading, decisionHeading, otherHeading);
  const ours = index < 0 || !isOurs ? null : ourOutcome.exec(ownText(parts, index));
  if (ours !== null) return plainChoice(ours[1]!, ours[2]);
  const read = index < 0 ? undefined : readOutcome(textWithHeadings(parts, index), parts);
  if (read !== undefined) return { ...read, because: read.because ?? reasonUnder(parts, index) };
  const at = parts.preamble.findIndex((line) => decisionLine.test(line));
  if (at < 0) {
    const told = parts.pairs.find(({ name, value }) => decisionHeading.test(name) && value !== '')?.value;
    return told === undefined ? undefined : readOutcome(told, parts);
  }
  return readOutcome(parts.preamble.slice(at).join('\n').replace(decisionLine, ''), parts);
}

/** The text of the section. Where it ends with a colon, the headings under it are what it announces. */
function textWithHeadings(parts: RecordParts, index: number): string {
  const { sections } = parts;
  const text = ownText(parts, index);
  if (!/[:：][*_]{0,3}$/.test(text)) return text;
  const level = sections[index + 1]?.level ?? 0;
  const after = sections.slice(index + 1);
  const end = after.findIndex((section) => section.level <= sections[index]!.level);
  const heads = after.slice(0, end < 0 ? undefined : end).filter((section) => section.level === level);
  return level <= sections[index]!.level ? text : `${text}\n\n${heads.map(({ heading }) => `- ${heading}`).join('\n')}`;
}

/** The text of a sub-section that says why. */
function reasonUnder({ sections }: RecordParts, index: number): string | undefined {
  const { level } = sections[index]!;
  for (let at = index + 1; at < sections.length && sections[at]!.level > level; at++) {
    const { heading, lines } = sections[at]!;
    const text = textOf(lines.join('\n'));
    if (text !== '' && reasonHeading.test(plainHeading(heading))) return text;
  }
  return undefined;
}

const reasonHeading =
  /^(?:rationale|reasons?|reasoning|why|justification|begründung|gründe|raisons?|motivation|justificación|motivos?|razones|justificativa|理由)$/;
const outcomeHeading =
  /^(?:decision outcomes?|outcome of the decision|entscheidungsergebnis|ergebnis der entscheidung|résultats? de la décision|resultado de la decisión|resultado da decisão|esito della decisione)$/;
const decisionHeading =
  /^(?:(?:the |our |final )?decisions?(?: (?:made|taken|statement|summary|and (?:rationale|reasons?|justification)))?|entscheidung(?:en)?|beschluss|beschlüsse|décisions?(?: prise)?|decisi[oó]n(?:es)?(?: tomada)?|decis(?:ão|ões)(?: tomada)?|decisione|决策|决定|決定|決策)$/;
const otherHeading =
  /^(?:decisions? (?!drivers?|makers?|dates?|status|records?|context|criteria|logs?|history|deadline|process|references?|points?|owners?|id|number|type)|outcomes?$|resolution$|(?:chosen|selected|proposed|our) (?:option|solution|approach)$|solution$|résultat$|ergebnis$|lösung$|solución$|solução$|entscheidung |décision |decisión |decisão )/;
const decisionLine =
  /^[\s>*+-]{0,6}[*_]{0,3}(?:decision|entscheidung|décision|decisi[oó]n|decisão)[*_]{0,3}\s?[:：][*_]{0,3}\s*/i;

/** `Chosen option: "…", because …`; else the first paragraph is the outcome and the rest the reason. */
function readOutcome(section: string, parts: RecordParts): Chosen | undefined {
  // Words such as "We chose option 2" may stand before it.
  const label = chosenLabel.exec(section);
  if (label === null) return paragraphsOf(section, parts);
  const rest = section.slice(label[0].length);
  const quoted = quotationAt(rest);
  if (quoted !== undefined) {
    const because = rest.slice(quoted.end).replace(/^\s*[,.;:–—-]?\s*/, '');
    return chosen(ownTitle(quoted.text, parts), because.replace(becauseWord, ''));
  }
  const end = rest.search(/\n\s*\n/);
  const paragraph = end < 0 ? rest : rest.slice(0, end);
  const at = paragraph.search(becauseAnywhere);
  if (at < 0) return paragraphsOf(rest, parts);
  const outcome = paragraph.slice(0, at).trimEnd().replace(/[,;]$/, '');
  return chosen(ownTitle(outcome, parts), rest.slice(at).replace(/^\s+/, '').replace(becauseWord, ''));
}

const ourOutcome = /^Chosen option: "((?:[^"\\]|\\[^])*)"(?:, because ([^]*)|\.)$/;
const chosenLabel =
  /^[\s>*+-]{0,6}[*_]{0,3}(?:chosen|selected|gewählte|ausgewählte|option|solution|opción|opção)\s?(?:options?|optionen|alternative|solution|choisie|retenue|elegida|seleccionada|escolhida|selecionada)?[*_]{0,3}\s?[:：][*_]{0,3}\s*/i;
const because = String.raw`(?:because(?: of)?|weil|denn|car|parce (?:que|qu['’])|porque|pois|perché)`;
const becauseWord = new RegExp(String.raw`^[,:]?\s*${because}(?![\p{L}])[,:]?\s*`, 'iu');
const becauseAnywhere = new RegExp(String.raw`(?<![\p{L}])${because}(?![\p{L}])`, 'iu');
const closingQuotes: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‘': '’',
  "'": "'",
  '`': '`',
};

/**
 * A quotation at the start of the text, also in emphasis. One with inner quotes ends where the reason begins, else at the
 * first closing quote.
 */
function quotationAt(text: string): { readonly text: string; readonly end: number } | undefined {
  const [lead = '', open = ''] = /^[*_]{0,3}(["“„«»‘'`])/.exec(text) ?? [];
  const closing = closingQuotes[open];
  if (closing === undefined) return undefined;
  let first: number | undefined;
  const limit = Math.min(text.length, longestQuotation);
  for (let at = lead.length; at < limit; at++) {
    if (text[at] === '\\') at++;
    else if (closing.includes(text[at]!)) {
      first ??= at;
      if (
        /^[*_]{0,3}[,.;]?\s{1,3}/.test(text.slice(at + 1, at + 9)) &&
        becauseWord.test(text.slice(at + 1, at + 40).replace(/^[*_,.;\s]{1,6}/, ''))
      ) {
        return { text: text.slice(lead.length, at), end: at + 1 };
      }
      if (/^\s*$/.test(text.slice(at + 1, at + 3)) && first === at) break;
    }
  }
  if (first === undefined) return undefined;
  return {
    text: text.slice(lead.length, first),
    end: first + 1 + (/^[*_]{0,3}/.exec(text.slice(first + 1))?.[0].length ?? 0),
  };
}

/** In UTF-16 code units: twice the longest outcome. */
const longestQuotation = 2_000;

function paragraphsOf(section: string, parts: RecordParts): Chosen | undefined {
  const paragraphs = section.split(/\n[ \t]*\n/).map((text) => text.trim());
  let at = paragraphs.findIndex(
    (text) => textOf(text) !== '' && !/^(?:[-*_]\s?){3,}$|^(?:<\/?\w+\s?\/?>\s?)+$/.test(text),
  );
  if (at < 0) return undefined;
  // A heading inside the section says what its paragraph is about.
  const heading = /^#{2,6}\s+(.*)$/.exec(paragraphs[at]!)?.[1];
  if (heading !== undefined && paragraphs[at + 1] !== undefined && !paragraphs[at + 1]!.startsWith('#')) at++;
  const own = paragraphs[at]!.replace(/^#{2,6}\s+/, '');
  // What follows a colon is what was decided.
  const next = /[:：]$/.test(textOf(own)) ? (paragraphs[at + 1] ?? '') : '';
  const [, lead = own, list = next] = /^([^]*[:：][*_]{0,3})\n(\s*(?:[-*+]|\d{1,3}[.)])\s[^]*)$/.exec(own) ?? [];
  const isAnnounced = textOf(list) !== '' && !/^(?:[`~]{3}|\||!\[|#)/.test(list);
  // A list of reasons is no part of what was decided.
  if (isAnnounced && reasonsFollow.test(lead)) {
    return chosen(ownTitle(lead, parts), [list, ...paragraphs.slice(at + (list === next ? 2 : 1))].join('\n\n'));
  }
  const told = isAnnounced ? (isGeneral(lead) ? itemsOf(list) : `${lead} ${itemsOf(list)}`) : itemsOf(own);
  const text = heading === undefined || own === heading ? told : `${heading.replace(/[:：]$/, '')}: ${told}`;
  const rest = paragraphs.slice(at + (isAnnounced && list === next ? 2 : 1));
  return chosen(ownTitle(text, parts), rest.join('\n\n'));
}

const reasonsFollow =
  /(?:reasons?|factors|because|rationale|benefits|advantages|gründen?|raisons?|motivos|razones|原因|理由)[^.]{0,30}[:：][*_]{0,3}$/i;

/** Whether the words before a colon say nothing of their own: `We will:`. */
function isGeneral(lead: string): boolean {
  return textOf(lead).length <= 30;
}

/** A list as one line. Anything else stays as it is. */
function itemsOf(list: string): string {
  if (!/^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(list)) return list;
  return list
    .trim()
    .split(/\n\s*(?=(?:[-*+]|\d{1,3}[.)])\s)/)
    .map((item) =>
      textOf(
        item
          .trim()
          .replace(/^(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s)?/, '')
          .replace(/\s*\n\s*/g, ' '),
      ).replace(/[.;,]$/, ''),
    )
    .join('; ');
}

/** `Option 1` is no outcome: the title of that option, where the record lists it. */
function ownTitle(outcome: string, parts: RecordParts): string {
  const [, number] =
    /^[*_]{0,3}(?:option|variante?|alternative?|opci[oó]n|opção)\s?#?(\d{1,2}|[a-h])[*_]{0,3}[.:]?$/i.exec(
      outcome.trim(),
    ) ?? [];
  // `Option 1: Use X` and `[option 1] Use X` name it as well.
  if (number === undefined)
    return outcome.replace(
      /^\[?(?:option|variante?|opci[oó]n|opção) (?:\d{1,2}|[a-h])\]?\s?(?:[:)–—-]\s?|(?<=\])\s?)(?=\S)/i,
      '',
    );
  const titled = new RegExp(
    String.raw`^(?:option|variante?|alternative?|opci[oó]n|opção)\s?#?${number}\s*[:.)–—-]\s*(\S.*)$`,
    'i',
  );
  for (const { heading, lines } of parts.sections) {
    for (const line of [heading, ...lines]) {
      const title = titled.exec(textOf(line.trim().replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, '')))?.[1];
      if (title !== undefined) return title;
    }
  }
  const options = parts.sections.find(({ heading }) =>
    /^(?:considered |possible )?(?:options|alternatives)/.test(plainHeading(heading)),
  );
  const listed = options?.lines.filter((line) => /^(?:[-*+]|\d{1,3}[.)])\s/.test(line)) ?? [];
  const index = /\d/.test(number) ? Number(number) - 1 : number.toLowerCase().charCodeAt(0) - 97;
  return listed[index]?.replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, '') ?? outcome;
}

function chosen(outcome: string, reason: string | undefined): Chosen | undefined {
  const choice = plainChoice(outcome, reason);
  const plain = choice?.outcome.replace(/[,;:：]$/, '');
  return choice === undefined || plain === '' ? undefined : { ...choice, outcome: plain ?? '' };
}

function plainChoice(outcome: string, reason: string | undefined): Chosen | undefined {
  const [text, because] = [textOf(outcome), textOf(reason ?? '')];
  return text === '' ? undefined : { outcome: text, because: because === '' ? undefined : because };
}
