import type { CaptureDraft } from '../../core/capture/captureLine.ts';
import {
  type Completion,
  completionsOf,
  kindCompletion,
  type KnownWords,
  nameCompletion,
} from '../../core/capture/completion.ts';
import { t } from '../../core/text/translate.ts';
import type { LineCompletion } from './askLine.ts';

/** Completes a capture line with what the log names. The log is searched when the first mark is typed. */
export function captureCompletions(
  line: string,
  draft: CaptureDraft,
  known: () => KnownWords,
): readonly LineCompletion[] {
  return completionsIn(line, draft, known).map(({ word, sort, line: completed, comesFirst, saves }) => ({
    label: saves ? t('Save as an approval') : word,
    ...appearanceOf(sort),
    line: completed,
    comesFirst,
    saves,
  }));
}

/** Those of the word being typed, else of a half-typed name before it, else of the kind. */
function completionsIn(line: string, draft: CaptureDraft, known: () => KnownWords): readonly Completion[] {
  const isMarked = /[@#!＠＃！]/u.test(line);
  const completions = isMarked ? completionsOf(line, known()) : [];
  if (completions.length > 0) return completions;
  const name = isMarked ? nameCompletion(line, draft, known()) : undefined;
  const other = name ?? (draft.kind === 'decision' ? kindCompletion(line) : undefined);
  return other === undefined ? [] : [other];
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
      return { icon: 'link', description: t('you clear it for the team; owes @who says who owes it') };
    case 'oneway':
      return { icon: 'arrow-right', description: t('hard to undo') };
    case 'twoway':
      return { icon: 'arrow-swap', description: t('reversible') };
    default:
      return sort satisfies never;
  }
}
