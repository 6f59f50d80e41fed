import type { IncomingMessage, ServerResponse } from 'node:http';

/** How the fake server misbehaves. */
export type Fault =
  | {
      readonly status: 401 | 403 | 429 | 502;
      /** In seconds. */
      readonly retryAfter?: number;
      /** The points of this hour are used up; a new hour begins at this instant. */
      readonly resetAt?: Date;
    }
  /** The answer ends in the middle. */
  | 'cut'
  /** The connection is reset before an answer. */
  | 'reset'
  /** It says that all is well, in HTML. */
  | 'html'
  /** Errors, and no data. */
  | 'errors'
  /** The data, with one pull request missing and an error for it beside. */
  | 'errorsBesideData'
  /** What was reviewed cannot be searched for: nothing beside it is answered, as the schema has it, or all the rest. */
  | 'reviewedFails'
  | 'reviewedMissing'
  /** No answer ever: until the client gives up. */
  | 'hang';

const messages = {
  401: 'Bad credentials',
  403: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  429: 'API rate limit exceeded',
  502: '<html><head><title>502 Bad Gateway</title></head></html>',
} as const;

/** Answers with the fault. @param answer what would have been answered without it */
export async function answerWithFault(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => Promise<object>,
): Promise<void> {
  if (typeof fault === 'object') {
    const headers = {
      ...(fault.retryAfter !== undefined && { 'retry-after': String(fault.retryAfter) }),
      ...(fault.resetAt !== undefined && {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(fault.resetAt.getTime() / 1_000)),
      }),
    };
    response
      .writeHead(fault.status, headers)
      .end(fault.status === 502 ? messages[502] : JSON.stringify({ message: messages[fault.status] }));
    return;
  }
  switch (fault) {
    case 'cut': {
      const text = JSON.stringify(await answer());
      response.end(text.slice(0, text.length / 2));
      return;
    }
    case 'reset':
      request.socket.destroy();
      return;
    case 'html':
      response.end('<!DOCTYPE html><title>Sign in to the network</title>');
      return;
    case 'errors':
      response.end(
        JSON.stringify({ errors: [{ type: 'INTERNAL', message: 'Something went wrong while executing your query.' }] }),
      );
      return;
    case 'errorsBesideData':
      response.end(JSON.stringify(withoutFirstPull((await answer()) as Answer)));
      return;
    case 'reviewedFails':
    case 'reviewedMissing':
      response.end(JSON.stringify(withoutReviewed((await answer()) as Answer, fault === 'reviewedFails')));
      return;
    case 'hang':
      return;
    default:
      fault satisfies never;
  }
}

interface Connection {
  nodes?: unknown[];
}

interface Answer {
  readonly data: Readonly<Record<string, Connection | unknown[] | null>>;
}

function withoutFirstPull(answer: Answer): object {
  const message = 'Resource protected by organization SAML enforcement.';
  const errors = Object.entries(answer.data).flatMap(([field, value]) => {
    const nodes = Array.isArray(value) ? value : value?.nodes;
    if (nodes === undefined || nodes.length === 0) return [];
    nodes[0] = null;
    return [{ type: 'FORBIDDEN', path: Array.isArray(value) ? [field, 0] : [field, 'nodes', 0], message }];
  });
  return { ...answer, errors };
}

function withoutReviewed({ data }: Answer, isAll: boolean): object {
  if (data['reviewed'] === undefined) throw new Error('The query does not search for what was reviewed.');
  const message = 'Something went wrong while executing your query.';
  return {
    data: isAll ? null : { ...data, reviewed: null },
    errors: [{ type: 'INTERNAL', path: ['reviewed'], message }],
  };
}
