/** Words that are easily mistaken in a capture line: each is a mark, or part of one, unless it is escaped. */
export const captureWords = String.raw`
  Pick by By due due: asked from owes owed on fri tomorrow 2w the 25th 31 @anna @"Anna Lee" #ops #4711 !oneway !foo "by
  fri" https://a.example \ \@x \by \\by by:fri @anna,@sam vendor, end of march feb ! @ # "
`
  .trim()
  .split(/\s+/);
