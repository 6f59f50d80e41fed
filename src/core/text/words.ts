/** Words for each of a set of names, which the compiler asks for. A text is translated when it is shown, not before. */
export function wordsFor<T extends string>(words: Readonly<Record<T, () => string>>): (name: T) => string {
  return (name) => words[name]();
}
