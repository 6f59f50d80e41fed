import { foldText } from '../../text/fold.ts';

/**
 * The month with this name in English, German, French, Spanish or Portuguese, 1 to 12, in full or shortened to three
 * letters or more. Undefined where it is none, or the start of two (`jui` is juin and juillet).
 */
export function monthNamed(name: string): number | undefined {
  const wanted = foldText(name);
  if (wanted.length < 3) return undefined;
  const numbers = monthNames.flatMap((names, index) =>
    names.some((full) => full.startsWith(wanted)) ? [index + 1] : [],
  );
  return numbers.length === 1 ? numbers[0] : undefined;
}

const monthNames = [
  'january januar janner janvier enero janeiro',
  'february februar fevrier febrero fevereiro',
  'march marz maerz mrz mars marzo marco',
  'april avril abril',
  'may mai mayo maio',
  'june juni juin junio junho',
  'july juli juillet julio julho',
  'august aout agosto',
  'september septembre septiembre setiembre setembro',
  'october oktober octobre octubre outubro',
  'november novembre noviembre novembro',
  'december dezember decembre diciembre dezembro',
].map((names) => names.split(' '));

/** Words for the days of the week in the same languages, and their usual short forms. */
export const weekdayNames = [
  'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?',
  'mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|sonnabend|so(?:nntag)?',
  'lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?',
  'lunes|martes|mi[ée](?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|s[áa]b(?:ado)?|dom(?:ingo)?',
  'seg(?:unda)?(?:-feira)?|ter(?:[çc]a)?(?:-feira)?|qua(?:rta)?(?:-feira)?|qui(?:nta)?(?:-feira)?|sex(?:ta)?(?:-feira)?',
].join('|');
