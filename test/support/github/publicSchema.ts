import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  getNamedType,
  GraphQLError,
  type GraphQLSchema,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { gitHubError } from './connection.ts';
import { rootOf, type Shown } from './graph.ts';

/** GitHub's public schema, read once a run. It names some fields twice, so the check of the schema itself is left out. */
let schema: GraphQLSchema | undefined;
const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();

interface Request {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly scopes: readonly string[];
}

/**
 * Answers a query by the schema, with errors of the types that GitHub gives them. Where a scope is missing, nothing of the
 * query is answered.
 *
 * @throws GraphQLError where the fake does not know what is asked for
 */
export async function answerQuery({ query, variables, scopes }: Request, shown: Shown): Promise<object> {
  const document = documentOf(query);
  if (!('kind' in document)) return { errors: document.map(sayError) };
  const missing = scopes.includes('read:org') ? undefined : fieldOfOrganization(document);
  if (missing !== undefined) return { errors: [sayError(missing)] };
  const { data, errors }: ExecutionResult = await execute({
    schema: publicSchema(),
    document,
    rootValue: rootOf(shown),
    ...(variables !== undefined && { variableValues: variables }),
  });
  const fault = errors?.find(({ extensions }) => extensions['type'] === undefined);
  if (fault !== undefined) throw fault;
  return { ...(data !== undefined && { data }), ...(errors !== undefined && { errors: errors.map(sayError) }) };
}

function documentOf(query: string): DocumentNode | readonly GraphQLError[] {
  let known = documents.get(query);
  if (known === undefined) {
    const document = parseQuery(query);
    const errors = 'kind' in document ? validate(publicSchema(), document) : document;
    known = errors.length > 0 || !('kind' in document) ? errors : document;
    documents.set(query, known);
  }
  return known;
}

function parseQuery(query: string): DocumentNode | readonly GraphQLError[] {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function publicSchema(): GraphQLSchema {
  const file = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'));
  return (schema ??= buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true, noLocation: true }));
}

/** The error for the first field of a team or an organization: without `read:org` none may be asked for. */
function fieldOfOrganization(document: DocumentNode): GraphQLError | undefined {
  let found: GraphQLError | undefined;
  const types = new TypeInfo(publicSchema());
  const guarded = (type: string | undefined) =>
    ['Team', 'TeamConnection', 'OrganizationConnection'].includes(type ?? '');
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        if (field.name.value === '__typename') return;
        const isGuarded = guarded(types.getParentType()?.name) || guarded(getNamedType(types.getType())?.name);
        if (isGuarded)
          found ??= gitHubError(
            'INSUFFICIENT_SCOPES',
            `Your token has not been granted the required scopes to execute this query. The '${field.name.value}' field requires one of the following scopes: ['read:org', 'read:discussion'].`,
          );
      },
    }),
  );
  return found;
}

/** GitHub puts the type of an error beside its message. */
function sayError({ message, path, locations, extensions }: GraphQLError) {
  return { ...extensions, ...(path !== undefined && { path }), ...(locations !== undefined && { locations }), message };
}
