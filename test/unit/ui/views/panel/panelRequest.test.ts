import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { panelActs, type PanelRequest } from '../../../../../src/core/panel/protocol.ts';
import { parsePanelRequest } from '../../../../../src/ui/views/panel/panelRequest.ts';

const requests: readonly PanelRequest[] = [
  { type: 'ready' },
  { type: 'act', act: 'decide', id: '0190a' },
  { type: 'review', ids: ['0190a', '0190b'] },
  { type: 'openPerson', name: 'Anna L.' },
  { type: 'openBrief', id: '0190a' },
  { type: 'markDiscussed', name: 'Anna L.' },
  { type: 'reviewAll' },
  { type: 'capture' },
  { type: 'addSample' },
  { type: 'back' },
  { type: 'undo' },
  { type: 'copyText', text: '| a |' },
  { type: 'savePicture', name: 'pacesetter ageing', base64: 'iVBORw0KGgoAAAANSUhEUg==' },
];

describe('what the panel asks for', () => {
  it('comes through as it is', () => {
    for (const request of requests) assert.deepEqual(parsePanelRequest(request), request);
    for (const act of panelActs) assert.ok(parsePanelRequest({ type: 'act', act, id: '0190a' }));
  });

  it('is dropped where anything is missing, too much, or of another kind', () => {
    for (const request of requests) {
      assert.equal(parsePanelRequest({ ...request, more: 1 }), undefined);
      for (const key of Object.keys(request)) {
        const { [key as keyof PanelRequest]: _, ...less } = request;
        assert.equal(parsePanelRequest(less), undefined, `${request.type} without ${key}`);
        assert.equal(parsePanelRequest({ ...request, [key]: { toString: () => 'ready' } }), undefined);
      }
    }
  });

  it('names no command of its own, no path, and nothing that is not a picture', () => {
    const others = [
      { type: 'act', act: 'workbench.action.closeWindow', id: '0190a' },
      { type: 'act', act: 'getBoard', id: '0190a' },
      { type: 'act', act: '__proto__', id: '0190a' },
      { type: 'act', act: 'decide', id: '' },
      { type: 'review', ids: [] },
      { type: 'savePicture', name: '../../.bashrc', base64: 'iVBORw0KGgoAAAANSUhEUg==' },
      { type: 'savePicture', name: 'pacesetter', base64: 'PHNjcmlwdD4=' },
    ];
    for (const other of others) assert.equal(parsePanelRequest(other), undefined, JSON.stringify(other));
  });

  it('is nothing, 10,000 times over, where the message is chance', () => {
    const shapes = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
      fc.record({ type: fc.constantFrom(...requests.map(({ type }) => type)), more: fc.anything() }),
      fc.record({ type: fc.constantFrom('act', 'review', 'savePicture'), act: fc.string(), id: fc.anything() }),
      fc.record({ type: fc.string(), act: fc.constantFrom(...panelActs), id: fc.string() }),
    );
    fc.assert(
      fc.property(shapes, (message) => {
        assert.equal(parsePanelRequest(message), undefined);
      }),
      { numRuns: 10_000 },
    );
  });
});
