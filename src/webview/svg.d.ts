/** A drawing, as the text it is written in. */
declare module '*.svg' {
  const text: string;
  // oxlint-disable-next-line import/no-default-export
  export default text;
}
