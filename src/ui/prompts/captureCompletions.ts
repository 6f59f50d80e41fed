import { type Completion, completionsOf, type KnownWords, knownWords } from '../../core/capture/completion.ts';
import { t } from '../../core/text/translate.ts';
import type { LineCompletion } from './askLine.ts';
import type { CommandContext } from '../commandContext.ts';

/** Completes a capture line with what the log names. The log is searched when the first mark is typed. */
export function captureCompletions({
  store,
}: Pick<CommandContext, 'store'>): (line: string) => readonly LineCompletion[] {
  let known: KnownWords | undefined;
  return (line) => {
    if (!/[@#!]/u.test(line)) return [];
    known ??= knownWords(store.register.items.values(), store.register.assignments.values());
    return completionsOf(line, known).map(({ word, sort, line: completed }) => ({
      label: word,
      ...appearanceOf(sort),
      line: completed,
    }));
  };
}

function appearanceOf(sort: Completion['sort']): Pick<LineCompletion, 'icon' | 'description'> {
  switch (sort) {
    case 'person':
      return { icon: 'person', description: '' };
    case 'tag':
      return { icon: 'tag', description: '' };
    case 'decision':
      return { icon: 'law', description: t('you choose') };
    case 'approval':
      return { icon: 'thumbsup', description: t('you say yes or no') };
    case 'dependency':
      return { icon: 'link', description: t('you clear it for the team; owes @who says by whom') };
    case 'oneway':
      return { icon: 'arrow-right', description: t('hard to undo') };
    case 'twoway':
      return { icon: 'arrow-swap', description: t('reversible') };
    default:
      return sort satisfies never;
  }
}
