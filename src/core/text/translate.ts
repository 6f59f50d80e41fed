/** Replaces `{0}`, `{1}`, … in an English message, after translating it where a translation is known. */
export type Translator = (message: string, ...args: (string | number)[]) => string;

const fill: Translator = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (hole, index) => String(args[Number(index)] ?? hole));

let translator = fill;

/** Every sentence people read passes through here, so that a translation reaches all of them. */
export function t(message: string, ...args: (string | number)[]): string {
  return translator(message, ...args);
}

/** Called once at the start with the editor's own translator. */
export function useTranslator(chosen: Translator): void {
  translator = chosen;
}

/** Translates by a table, where there is no editor to ask: in the panel. */
export function useMessages(messages: Readonly<Record<string, string>>): void {
  translator = (message, ...args) => fill(messages[message] ?? message, ...args);
}

/** Picks the form for one or for several; both are whole messages, so that each can be translated as it is. */
export function counted(count: number, one: string, several: string, ...more: (string | number)[]): string {
  return t(count === 1 ? one : several, count, ...more);
}
