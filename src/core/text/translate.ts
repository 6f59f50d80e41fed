/** Translates an English message, where a translation is known, and then replaces `{0}`, `{1}`, … in it. */
export type Translator = (message: string, ...args: (string | number)[]) => string;

const fill: Translator = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (hole, index) => String(args[Number(index)] ?? hole));

let translator = fill;
let language = 'en-GB';
let numberFormat: Intl.NumberFormat | undefined;

/** Sets the language (BCP 47) of numbers. */
export function useNumbersOf(tag: string): void {
  if (tag === language) return;
  language = tag;
  numberFormat = undefined;
}

/** `57,763`, grouped as usual in the language. */
export function formatNumber(value: number): string {
  return (numberFormat ??= new Intl.NumberFormat(language)).format(value);
}

/** Translates a message. Every text a person reads goes through here, and every number in it is formatted here. */
export function t(message: string, ...args: (string | number)[]): string {
  return translator(message, ...args.map((arg) => (typeof arg === 'number' ? formatNumber(arg) : arg)));
}

/** Called once at activation with VS Code's translator. */
export function useTranslator(chosen: Translator): void {
  translator = chosen;
}

/** Translates from a table: for the panel, which cannot call VS Code's translator. */
export function useMessages(messages: Readonly<Record<string, string>>): void {
  translator = (message, ...args) => fill(messages[message] ?? message, ...args);
}

/** Picks the singular or the plural; both are whole messages, so that each can be translated. `{0}` is the count. */
export function counted(count: number, one: string, several: string, ...more: (string | number)[]): string {
  return t(count === 1 ? one : several, count, ...more);
}
