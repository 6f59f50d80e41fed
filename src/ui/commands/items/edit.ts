import { Attempt } from '../../../app/ids.ts';
import type { BoardRow } from '../../../core/board/row.ts';
import { doors, capturedKinds } from '../../../core/entries/itemFacts.ts';
import type { Edit } from '../../../core/rules/intents.ts';
import { sayDay, sayName } from '../../../core/text/days.ts';
import { sayDoor, sayKind } from '../../../core/items/itemText.ts';
import { t } from '../../../core/text/translate.ts';
import { act, resolveTarget, tryAct } from '../../performIntent.ts';
import { editArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { askChoice } from '../../prompts/askChoice.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askText, type TextQuestion } from '../../prompts/askText.ts';
import { previewPerson } from '../../prompts/previewPerson.ts';
import { joinNames, splitTags } from '../../prompts/splitNames.ts';
import { isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';
import { changeWaiting } from './changeWaiting.ts';
import { movePromise } from './movePromise.ts';
import { RowNode } from '../../views/waiting/nodes.ts';

/** Corrects an item: shows every field as it is, and asks for the one that is picked. */
export async function edit(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const intent = parseArguments(commandIds.edit, editArguments, argument);
    await act(context, { type: 'edit', ...intent });
    return { id: intent.id };
  }
  const row = await resolveTarget(context, argument, t('Edit'), ({ readOnly }) => !readOnly);
  if (row === undefined) return undefined;
  const field = await askChoice({
    title: t('Edit “{0}”', row.title),
    placeholder: t('What is to be corrected? No edit restarts a clock.'),
    choices: fieldsOf(row, context).map(({ label, shown, ask }) => ({ label, description: shown ?? '', value: ask })),
  });
  return field.type === 'given' ? field.value() : undefined;
}

interface Field {
  readonly label: string;
  readonly shown: string | undefined;
  readonly ask: () => Promise<unknown>;
}

function fieldsOf(row: BoardRow, context: CommandContext): Field[] {
  const today = context.store.today.day;
  const text = (
    label: string,
    value: string | undefined,
    prompt: string,
    change: (typed: string) => Omit<Edit, 'type' | 'id'>,
    preview?: TextQuestion['preview'],
  ): Field => ({
    label,
    shown: value,
    ask: () => askForText(context, row, { label, value, prompt, change, preview }),
  });
  return [
    text(t('Title'), row.title, t('What waits on you?'), (title) => ({ title })),
    { label: t('Kind'), shown: sayKind(row.kind), ask: () => askForKind(context, row) },
    { label: t('Door'), shown: row.door && sayDoor(row.door), ask: () => askForDoor(context, row) },
    { label: t('Asked day'), shown: sayDay(row.askedOn, today), ask: () => askForAskedDay(context, row) },
    text(
      t('Asked by'),
      row.askedBy,
      t('Who asked? Empty takes the name out.'),
      (askedBy) => ({ askedBy }),
      previewPerson,
    ),
    {
      label: t('Who waits'),
      shown: row.waiting.map(sayName).join(', '),
      ask: () => changeWaiting(context, new RowNode(row)),
    },
    ...(row.closing === undefined
      ? [
          {
            label: t('Promise'),
            shown: sayDay(row.promisedOn, today),
            ask: () => movePromise(context, new RowNode(row)),
          },
        ]
      : []),
    text(
      t('Owed by'),
      row.owedBy,
      t('Who owes it? Empty takes the name out.'),
      (owedBy) => ({ owedBy }),
      previewPerson,
    ),
    text(t('Tags'), joinNames(row.tags) || undefined, t('Tags, with commas between them.'), (tags) => ({
      tags: splitTags(tags),
    })),
    text(t('Link'), row.link, t('Where is it discussed? Empty takes the link out.'), (link) => ({ link })),
    text(
      t('Note'),
      inOneLine(row.note),
      t('Anything worth keeping; ⏎ is a line break. Empty takes the note out.'),
      (note) => ({
        note: inLines(note),
      }),
    ),
  ];
}

interface FieldQuestion extends Pick<TextQuestion, 'value' | 'prompt' | 'preview'> {
  readonly label: string;
  readonly change: (typed: string) => Omit<Edit, 'type' | 'id'>;
}

async function askForText(
  context: CommandContext,
  row: BoardRow,
  { label, value, prompt, change, preview }: FieldQuestion,
): Promise<unknown> {
  const attempt = new Attempt(context.store.ids);
  const answer = await askText({
    title: t('{0} of “{1}”', label, row.title),
    prompt,
    value,
    preview,
    accept: (typed) => tryAct(context, { type: 'edit', id: row.id, ...change(typed) }, attempt),
  });
  return answer.type === 'given' ? { id: row.id } : undefined;
}

async function askForKind(context: CommandContext, row: BoardRow): Promise<unknown> {
  const answer = await askChoice({
    title: t('Kind of “{0}”', row.title),
    placeholder: sayKind(row.kind),
    choices: capturedKinds.map((kind) => ({ label: sayKind(kind), value: kind })),
  });
  return answer.type === 'given' ? changeNow(context, row, { kind: answer.value }) : undefined;
}

async function askForDoor(context: CommandContext, row: BoardRow): Promise<unknown> {
  const answer = await askChoice({
    title: t('Door of “{0}”', row.title),
    placeholder: t('Can it be undone?'),
    choices: [
      ...doors.map((door) => ({
        label: sayDoor(door),
        description: door === 'one-way' ? t('hard to undo') : t('reversible'),
        value: door,
      })),
      { label: t('not said'), value: null },
    ],
  });
  return answer.type === 'given' ? changeNow(context, row, { door: answer.value }) : undefined;
}

async function askForAskedDay(context: CommandContext, row: BoardRow): Promise<unknown> {
  const attempt = new Attempt(context.store.ids);
  const answer = await askDay(context, {
    title: t('Asked day of “{0}”', row.title),
    prompt: t('When did somebody first need it from you?'),
    value: row.askedOn,
    lean: 'past',
    accept: (askedOn) => tryAct(context, { type: 'edit', id: row.id, askedOn }, attempt),
  });
  return answer.type === 'given' ? { id: row.id } : undefined;
}

async function changeNow(context: CommandContext, row: BoardRow, change: Omit<Edit, 'type' | 'id'>): Promise<unknown> {
  context.sayDone(await act(context, { type: 'edit', id: row.id, ...change }));
  return { id: row.id };
}

/** An input box has only one line, so the line breaks of a note are shown in it as ⏎ and converted back. */
function inOneLine(note: string | undefined): string | undefined {
  return note?.replaceAll('\n', ' ⏎ ');
}

function inLines(typed: string): string {
  return typed.replace(/ ?⏎ ?/g, '\n');
}
