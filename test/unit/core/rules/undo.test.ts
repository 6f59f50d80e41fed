import { describe, it } from 'mocha';
import { captured, decided, withdrawn } from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';

const undone = (act: string) => ({ type: 'actUndone', undoes: act }) as const;

describe('undoing', () => {
  it('takes back the last act of this machine', () => {
    given(captured(), decided).when({ type: 'undo' }).then(undone('act-2'));
  });

  it('goes further back each time', () => {
    given(captured(), decided, undone('act-2')).when({ type: 'undo' }).then(undone('act-1'));
  });

  it('leaves alone what another machine did, also when that was later', () => {
    given(captured(), { ...decided, device: 'desktop' })
      .when({ type: 'undo' })
      .then(undone('act-1'));
  });

  it('takes back the act that is meant, as long as it is the last', () => {
    given(captured(), decided).when({ type: 'undo', act: 'act-2' }).then(undone('act-2'));
    given(captured(), decided).when({ type: 'undo', act: 'act-1' }).isRefused({ refused: 'changedSince' });
    given(captured(), decided, undone('act-2'))
      .when({ type: 'undo', act: 'act-2' })
      .isRefused({ refused: 'changedSince' });
  });

  it('takes back first that something from the outside was taken back, and never what came from there', () => {
    const approved = { ...decided, via: 'github' } as const;
    const facts = [captured(), approved, undone('act-2')] as const;
    given(...facts)
      .when({ type: 'undo' })
      .then(undone('act-3'));
    given(...facts, undone('act-3'))
      .when({ type: 'undo' })
      .then(undone('act-1'));
    given(...facts, undone('act-3'))
      .when({ type: 'redo' })
      .then(undone('act-4'));
    given(...facts, undone('act-3'), undone('act-4'))
      .when({ type: 'undo' })
      .then(undone('act-3'));
    given(...facts)
      .when({ type: 'redo' })
      .isRefused({ refused: 'nothingToRedo' });
    given(...facts, { ...withdrawn, via: 'github' })
      .when({ type: 'undo' })
      .then(undone('act-3'));
    given(...facts)
      .andNewerEntriesAbout('vendor')
      .when({ type: 'undo' })
      .isRefused({ refused: 'newerItem', title: 'Pick a vendor' });
  });

  it('is refused when there is nothing of this machine in force', () => {
    given().when({ type: 'undo' }).isRefused({ refused: 'nothingToUndo' });
    given(captured({ device: 'desktop' }))
      .when({ type: 'undo' })
      .isRefused({ refused: 'nothingToUndo' });
    given(captured(), undone('act-1')).when({ type: 'undo', act: 'act-1' }).isRefused({ refused: 'nothingToUndo' });
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
    given(captured(), decided, undone('act-2')).when({ type: 'redo', undo: 'act-3' }).then(undone('act-3'));
    given(captured(), decided, undone('act-2'), undone('act-3')).when({ type: 'undo' }).then(undone('act-2'));
  });

  it('brings back the last undone act when none is named, and one after the other', () => {
    const both = [captured(), decided, undone('act-2'), undone('act-1')] as const;
    given(...both)
      .when({ type: 'redo' })
      .then(undone('act-4'));
    given(...both, undone('act-4'))
      .when({ type: 'redo' })
      .then(undone('act-3'));
    given(...both, undone('act-4'), undone('act-3'))
      .when({ type: 'redo' })
      .isRefused({ refused: 'nothingToRedo' });
  });

  it('brings back again what was undone after a redo', () => {
    given(captured(), undone('act-1'), undone('act-2'), undone('act-1')).when({ type: 'redo' }).then(undone('act-4'));
  });

  it('is refused when nothing was undone here, or something was done since', () => {
    given().when({ type: 'redo' }).isRefused({ refused: 'nothingToRedo' });
    given(captured(), decided).when({ type: 'redo' }).isRefused({ refused: 'nothingToRedo' });
    given(captured(), decided, undone('act-2'), captured({ item: 'region' }))
      .when({ type: 'redo' })
      .isRefused({ refused: 'nothingToRedo' });
    given(captured(), { ...undone('act-1'), device: 'desktop' })
      .when({ type: 'redo' })
      .isRefused({ refused: 'nothingToRedo' });
  });

  it('leaves alone what another machine did since, and is no business of its redos', () => {
    given(captured(), decided, undone('act-2'), captured({ item: 'region', device: 'desktop' }))
      .when({ type: 'redo' })
      .then(undone('act-3'));
  });

  it('is refused when a newer version wrote about one of its items', () => {
    given(captured(), decided, undone('act-2'))
      .andNewerEntriesAbout('vendor')
      .when({ type: 'redo' })
      .isRefused({ refused: 'newerItem', title: 'Pick a vendor' });
  });

  it('is refused when something was done since, here', () => {
    given(captured(), decided, undone('act-2'), captured({ item: 'region' }))
      .when({ type: 'redo', undo: 'act-3' })
      .isRefused({ refused: 'changedSince' });
    given(captured(), decided).when({ type: 'redo', undo: 'act-3' }).isRefused({ refused: 'changedSince' });
  });
});
