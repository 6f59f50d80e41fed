import { type Completion, completionsOf, kindCompletion, type KnownWords } from '../../core/capture/completion.ts';
import { t } from '../../core/text/translate.ts';
import type { LineCompletion } from './askLine.ts';

/** Completes a capture line with what the log names. The log is searched when the first mark is typed. */
export function captureCompletions(line: string, known: () => KnownWords): readonly LineCompletion[] {
  const completions = /[@#!＠＃！]/u.test(line) ? completionsOf(line, known()) : [];
  const kind = completions.length === 0 ? kindCompletion(line) : undefined;
  return [...completions, ...(kind === undefined ? [] : [kind])].map(({ word, sort, line: completed, comesFirst }) => ({
    label: word,
    ...appearanceOf(sort),
    line: completed,
    comesFirst,
  }));
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
