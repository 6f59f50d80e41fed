import { GraphQLError } from 'graphql';

export interface PageArgs {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** The slice of a list that the arguments ask for, with cursors, under the limits that GitHub sets. */
export function connection<T>(all: readonly T[], { first, last, after, before }: PageArgs, name: string) {
  const size = first ?? last;
  if (size === undefined || size === null)
    throw gitHubError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  if (size < 1 || size > 100)
    throw gitHubError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the limit of 100 records.`,
    );
  let from = after ? positionOf(after) : 0;
  let to = before ? positionOf(before) - 1 : all.length;
  if (typeof first === 'number') to = Math.min(to, from + first);
  else from = Math.max(from, to - size);
  const nodes = all.slice(from, to);
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursorAt(from + index) })),
    totalCount: all.length,
    issueCount: all.length,
    pageInfo: {
      hasPreviousPage: from > 0,
      hasNextPage: to < all.length,
      startCursor: nodes.length === 0 ? null : cursorAt(from),
      endCursor: nodes.length === 0 ? null : cursorAt(to - 1),
    },
  };
}

/** An error with the type that GitHub gives it. */
export function gitHubError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

function cursorAt(index: number): string {
  return Buffer.from(`cursor:${index + 1}`).toString('base64');
}

/** Where the node after the one of this cursor stands. */
function positionOf(cursor: string): number {
  const [, position] = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (position === undefined)
    throw gitHubError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(position);
}
