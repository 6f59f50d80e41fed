/** A drawing, as the text it is written in. */
declare module '*.svg' {
  const text: string;
  // The bundler gives a file's text as its default export.
  // oxlint-disable-next-line import/no-default-export
  export default text;
}
