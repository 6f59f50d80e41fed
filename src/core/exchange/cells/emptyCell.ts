import { listed } from '../../text/listed.ts';
import { foldText } from '../../text/fold.ts';

/** Whether a cell says that there is nothing: it is empty, or holds a dash or a word such as `TBD` or `n/a`. */
export function saysNothing(cell: string): boolean {
  const text = cell.trim();
  return text === '' || (text.length <= longestWord && emptyWord.test(foldText(text)));
}

const longestWord = 30;

const emptyWords = listed(`
  n/a, #n/a, na, n.a., n.a, n/d, n.d., s/o, s.o., k.a., tbd, tba, tbc, none, null, nil, nan, nat, undefined, unset,
  not set, not applicable, not available, not assigned, unassigned, nobody, no one, no date, no due date, unknown,
  empty, blank, keine, keiner, niemand, offen, unbekannt, nicht zugewiesen, aucun, aucune, personne, inconnu, a definir,
  ninguno, ninguna, nadie, sin asignar, sin fecha, por definir, nenhum, nenhuma, ninguem, sem data, nao atribuido
`).map((word) => word.replace(/[.]/g, String.raw`\$&`));

const emptyWord = new RegExp(String.raw`^[([]?(?:${emptyWords.join('|')}|[-–—−_.?/~*]+)[)\]]?$`);
