import * as vscode from 'vscode';
import { tidyName } from '../../core/rules/limits.ts';
import { foldText } from '../../core/text/fold.ts';
import { sayName } from '../../core/text/days.ts';
import { plainLabel } from '../../core/text/label.ts';
import { nameKey } from '../../core/text/names.ts';
import { t } from '../../core/text/translate.ts';
import { type Answer, askIn, type Question } from './askIn.ts';
import { keepOrder } from './keepOrder.ts';
import type { Preview } from './askText.ts';

interface KnownPerson {
  readonly name: string;
  readonly description: string;
  /** Other names, under which they are found too. */
  readonly otherNames?: readonly string[];
}

export interface NameQuestion extends Question {
  readonly value: string;
  /** People named before, the likeliest first. */
  readonly known: readonly KnownPerson[];
  /** Whether what was typed stands before those who begin like that. */
  readonly isNewFirst?: boolean;
  /** A remark on the typed name. Somebody known with a remark is not offered: “the team” is nobody. */
  readonly preview: (name: string) => Preview;
  /** Why a name cannot be the answer. It stays in the prompt then, with the sentence. */
  readonly objection?: (name: string) => string | undefined;
}

/** Asks for one person: a known one, or any name that is typed. */
export function askName(question: NameQuestion): Promise<Answer<string>> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly name: string }>();
  keepOrder(pick);
  const people = question.known.filter(({ name }) => question.preview(name) === undefined);
  const show = (typed: string): void => {
    const name = tidyName(typed) ?? '';
    const remark = name === '' ? undefined : (question.objection?.(name) ?? question.preview(name)?.sentence);
    pick.prompt = remark === undefined ? undefined : plainLabel(remark);
    const isKnown = people.some((person) => namesOf(person).some((each) => nameKey(each) === nameKey(name)));
    const added = {
      label: plainLabel(name),
      description: remark === undefined ? t('a new name') : '',
      name,
      alwaysShow: true,
    };
    // VS Code's own filter knows no accents. Who begins like that comes first, so that Enter makes no new person of them.
    const folded = foldText(name);
    const found = people
      .filter((person) => namesOf(person).some((each) => foldText(each).includes(folded)))
      .map((person) => ({ ...person, label: plainLabel(sayName(person.name)), alwaysShow: true }));
    const begun = found.filter((person) => namesOf(person).some((each) => foldText(each).startsWith(folded)));
    const typedName = name === '' || isKnown ? [] : [added];
    pick.items = [
      ...(question.isNewFirst === true ? [...typedName, ...begun] : [...begun, ...typedName]),
      ...found.filter((person) => !begun.includes(person)),
    ];
  };
  return askIn<string>(pick, question, ({ finish }) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const name = pick.selectedItems[0]?.name ?? tidyName(pick.value) ?? '';
      const objection = name === '' ? undefined : question.objection?.(name);
      if (objection !== undefined) pick.prompt = plainLabel(objection);
      else if (name !== '') finish({ type: 'given', value: name });
    });
    pick.value = question.value;
    show(question.value);
    pick.show();
  });
}

function namesOf({ name, otherNames = [] }: KnownPerson): readonly string[] {
  return [name, ...otherNames];
}
