import { describe, it } from 'mocha';
import { captured, decided } from '../../../support/facts.ts';
import { given } from '../../../support/given.ts';

const undone = (act: string) => ({ type: 'actUndone', undoes: act }) as const;

describe('undoing', () => {
  it('takes back the last act of this machine', () => {
    given(captured(), decided).when({ type: 'undo' }).then(undone('act 2'));
  });

  it('goes further back each time', () => {
    given(captured(), decided, undone('act 2')).when({ type: 'undo' }).then(undone('act 1'));
  });

  it('leaves alone what another machine did, also when that was later', () => {
    given(captured(), { ...decided, device: 'desktop' })
      .when({ type: 'undo' })
      .then(undone('act 1'));
  });

  it('takes back the act that is meant, as long as it is the last', () => {
    given(captured(), decided).when({ type: 'undo', act: 'act 2' }).then(undone('act 2'));
    given(captured(), decided).when({ type: 'undo', act: 'act 1' }).isRefused({ refused: 'changedSince' });
    given(captured(), decided, undone('act 2'))
      .when({ type: 'undo', act: 'act 2' })
      .isRefused({ refused: 'changedSince' });
  });

  it('is refused when there is nothing of this machine in force', () => {
    given().when({ type: 'undo' }).isRefused({ refused: 'nothingToUndo' });
    given(captured({ device: 'desktop' }))
      .when({ type: 'undo' })
      .isRefused({ refused: 'nothingToUndo' });
    given(captured(), undone('act 1')).when({ type: 'undo', act: 'act 1' }).isRefused({ refused: 'nothingToUndo' });
  });

  it('is refused when a newer version wrote about one of its items', () => {
    given(captured({ act: 'import' }), captured({ item: 'region', title: 'Pick a region', act: 'import' }))
      .andNewerEntriesAbout('region')
      .when({ type: 'undo' })
      .isRefused({ refused: 'newerItem', title: 'Pick a region' });
  });
});

describe('redoing', () => {
  it('takes back the undo, and the act is in force again and can be undone again', () => {
    given(captured(), decided, undone('act 2')).when({ type: 'redo', undo: 'act 3' }).then(undone('act 3'));
    given(captured(), decided, undone('act 2'), undone('act 3')).when({ type: 'undo' }).then(undone('act 2'));
  });

  it('is refused when something was done since, here', () => {
    given(captured(), decided, undone('act 2'), captured({ item: 'region' }))
      .when({ type: 'redo', undo: 'act 3' })
      .isRefused({ refused: 'changedSince' });
    given(captured(), decided).when({ type: 'redo', undo: 'act 3' }).isRefused({ refused: 'changedSince' });
  });
});
