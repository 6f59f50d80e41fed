import { doors, capturedKinds } from '../../../core/entries/itemFacts.ts';
import { sayDay, sayName } from '../../../core/text/days.ts';
import { sayDoor, sayKind } from '../../../core/items/itemText.ts';
import { t } from '../../../core/text/translate.ts';
import { editArguments } from '../../arguments.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askText, type TextQuestion } from '../../prompts/askText.ts';
import { previewPerson } from '../../prompts/previewPerson.ts';
import { joinNames, splitTags } from '../../prompts/splitNames.ts';
import { RowTarget } from '../../programCall.ts';
import { type Asked, type ItemPrompt, actWithoutAsking, itemCommand } from '../../rowCommand.ts';
import { changeWaiting } from './changeWaiting.ts';
import { movePromise } from './movePromise.ts';

/** Corrects an item: shows every field as it is, and asks for the one that is picked. */
export const edit = itemCommand({
  intent: 'edit',
  schema: editArguments,
  title: () => t('Edit'),
  matches: ({ readOnly }) => !readOnly,
  ask: async (asking) => {
    const askField = await pickOne({
      title: t('Edit “{0}”', asking.row.title),
      placeholder: t('What do you want to correct? Editing never restarts a clock.'),
      choices: fieldsOf(asking).map(({ label, shown, ask }) => ({ label, description: shown ?? '', value: ask })),
    });
    return askField !== undefined && askField();
  },
});

type Asking = ItemPrompt<'edit'>;
type Change = Parameters<Asking['act']>[0];

interface Field {
  readonly label: string;
  readonly shown: string | undefined;
  readonly ask: () => Asked;
}

function fieldsOf(asking: Asking): Field[] {
  const { context, row } = asking;
  const today = context.store.today.day;
  const target = new RowTarget(row.id);
  const text = (
    label: string,
    value: string | undefined,
    prompt: string,
    change: (typed: string) => Change,
    preview?: TextQuestion['preview'],
  ): Field => ({
    label,
    shown: value,
    ask: () => askForText(asking, { label, value, prompt, change, preview }),
  });
  return [
    text(t('Title'), row.title, t('What waits on you?'), (title) => ({ title })),
    { label: t('Kind'), shown: sayKind(row.kind), ask: () => askForKind(asking) },
    { label: t('Door'), shown: row.door && sayDoor(row.door), ask: () => askForDoor(asking) },
    { label: t('Asked day'), shown: sayDay(row.askedOn, today), ask: () => askForAskedDay(asking) },
    text(
      t('Asked by'),
      row.askedBy,
      t('Who asked? Leave it empty to remove the name.'),
      (askedBy) => ({ askedBy }),
      previewPerson,
    ),
    {
      label: t('Who waits'),
      shown: row.waiting.map(sayName).join(', '),
      ask: async () => (await changeWaiting(context, target)) !== undefined,
    },
    ...(row.closing === undefined
      ? [
          {
            label: t('Promise'),
            shown: sayDay(row.promisedOn, today),
            ask: async () => (await movePromise(context, target)) !== undefined,
          },
        ]
      : []),
    text(
      t('Owed by'),
      row.owedBy,
      t('Who owes it? Leave it empty to remove the name.'),
      (owedBy) => ({ owedBy }),
      previewPerson,
    ),
    text(t('Tags'), joinNames(row.tags) || undefined, t('Tags, separated by commas.'), (tags) => ({
      tags: splitTags(tags),
    })),
    text(t('Link'), row.link, t('Where is it discussed? Leave it empty to remove the link.'), (link) => ({ link })),
    text(
      t('Note'),
      inOneLine(row.note),
      t('Anything worth keeping; ⏎ is a line break. Leave it empty to remove the note.'),
      (note) => ({
        note: inLines(note),
      }),
    ),
  ];
}

interface FieldQuestion extends Pick<TextQuestion, 'value' | 'prompt' | 'preview'> {
  readonly label: string;
  readonly change: (typed: string) => Change;
}

function askForText({ row, act }: Asking, { label, change, ...question }: FieldQuestion): Asked {
  return askText({
    title: t('{0} of “{1}”', label, row.title),
    ...question,
    accept: (typed) => act(change(typed)),
  });
}

async function askForKind({ row, act }: Asking): Asked {
  const kind = await pickOne({
    title: t('Kind of “{0}”', row.title),
    placeholder: sayKind(row.kind),
    choices: capturedKinds.map((kind) => ({ label: sayKind(kind), value: kind })),
  });
  return kind !== undefined && actWithoutAsking(act({ kind }));
}

async function askForDoor({ row, act }: Asking): Asked {
  const door = await pickOne({
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
  return door !== undefined && actWithoutAsking(act({ door }));
}

function askForAskedDay({ context, row, act, objection }: Asking): Asked {
  return askDay(context, {
    title: t('Asked day of “{0}”', row.title),
    prompt: t('When did somebody first need it from you?'),
    value: row.askedOn,
    lean: 'past',
    objection: (askedOn) => objection({ askedOn }),
    accept: (askedOn) => act({ askedOn }),
  });
}

/** An input box has only one line, so the line breaks of a note are shown in it as ⏎ and converted back. */
function inOneLine(note: string | undefined): string | undefined {
  return note?.replaceAll('\n', ' ⏎ ');
}

function inLines(typed: string): string {
  return typed.replace(/ ?⏎ ?/g, '\n');
}
