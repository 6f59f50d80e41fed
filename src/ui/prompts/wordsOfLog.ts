import { type KnownWords, knownWords } from '../../core/capture/completion.ts';
import type { Services } from '../commandContext.ts';

/**
 * The people and tags of the log, for one prompt. They are counted once, and again when the log has been read: the
 * prompt may be open before that.
 */
export function wordsOfLog({ feed, loaded }: Pick<Services, 'feed' | 'loaded'>): () => KnownWords {
  let words: KnownWords | undefined;
  void loaded.then(() => (words = undefined));
  return () => {
    const { items, assignments } = feed.source;
    return (words ??= knownWords(items.values(), assignments.values(), feed.store?.register.people));
  };
}
