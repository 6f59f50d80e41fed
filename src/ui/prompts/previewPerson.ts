import { peopleIn } from '../../core/exchange/cells/namesCell.ts';
import { tidyName } from '../../core/rules/limits.ts';
import { t } from '../../core/text/translate.ts';
import type { Preview } from './askText.ts';

/** Where one person is asked for: says that what reads like several is kept as one name. */
export function previewPerson(text: string): Preview {
  if (peopleIn(text).length < 2) return undefined;
  return { type: 'warning', sentence: t('Kept as one name: “{0}”. This asks for one person.', tidyName(text) ?? '') };
}
