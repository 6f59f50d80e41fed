/** An SVG file, imported as its source text. */
declare module '*.svg' {
  const text: string;
  // The bundler exports the text of the file as the default export.
  // oxlint-disable-next-line import/no-default-export
  export default text;
}
