import { plays } from '../../core/panel/protocol.ts';
import { type TargetKind, targetKinds } from '../../core/policy.ts';

/** The tabs of the panel. */
export const panelTabs = ['halves', 'payback', 'time', 'friction', 'handedOut'] as const;
export type PanelTab = (typeof panelTabs)[number];

/** Values of the state filter. `overdue` and `today` overlap with the other states. */
export const stateFilters = ['overdue', 'today', ...plays, 'handedOver'] as const;
export type StateFilter = (typeof stateFilters)[number];

/** The filter of the list and the ageing chart; an empty field matches everything. */
export interface Filter {
  readonly text: string;
  readonly kind: TargetKind | '';
  readonly state: StateFilter | '';
  /** A person who waits. */
  readonly person: string;
  readonly tag: string;
}

export const noFilter: Filter = { text: '', kind: '', state: '', person: '', tag: '' };

export const columns = ['hurt', 'title', 'state', 'age', 'personDays', 'promised'] as const;
export type Column = (typeof columns)[number];

export interface Sort {
  readonly column: Column;
  readonly isDescending: boolean;
}

/** View state of the panel; VS Code keeps it while the panel is hidden and across a reload. */
export interface ViewState {
  readonly tab: PanelTab;
  readonly filter: Filter;
  readonly sort: Sort;
  /** Whether the list of all items is shown, and not only the first. */
  readonly isListShown: boolean;
  /** How far the list is scrolled, in CSS pixels. */
  readonly listTop: number;
  readonly scrollTop: number;
  readonly selected: readonly string[];
  /** Ids of the charts whose table is open. */
  readonly tables: readonly string[];
}

export const firstState: ViewState = {
  tab: 'halves',
  filter: noFilter,
  sort: { column: 'hurt', isDescending: true },
  isListShown: false,
  listTop: 0,
  scrollTop: 0,
  selected: [],
  tables: [],
};

/** Parses the stored state, which an older version may have written; invalid parts get their default. */
export function readViewState(kept: unknown): ViewState {
  const state = asRecord(kept);
  const filter = asRecord(state['filter']);
  const sort = asRecord(state['sort']);
  const isListShown = state['isListShown'] === true;
  return {
    // Older versions had a tab for symmetry, which is now part of the first.
    tab: oneOf(panelTabs, state['tab']) ?? firstState.tab,
    // Without the list, nobody sees that a filter narrows the chart.
    filter: !isListShown
      ? noFilter
      : {
          text: asText(filter['text']),
          kind: oneOf(targetKinds, filter['kind']) ?? '',
          state: oneOf(stateFilters, filter['state']) ?? '',
          person: asText(filter['person']),
          tag: asText(filter['tag']),
        },
    sort: {
      column: oneOf(columns, sort['column']) ?? firstState.sort.column,
      isDescending: sort['isDescending'] !== false,
    },
    isListShown,
    listTop: asCount(state['listTop']),
    scrollTop: asCount(state['scrollTop']),
    selected: asTexts(state['selected']),
    tables: asTexts(state['tables']),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
}

function asCount(value: unknown): number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? Math.floor(value) : 0;
}

function oneOf<T extends string>(names: readonly T[], value: unknown): T | undefined {
  return names.find((name) => name === value);
}
