// Reads and writes as React hooks. The core is on the same machine and quick, so the rule is simple:
// after every write every read is asked again. Deliberately nothing is kept longer than the window lives.
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import { type Args, type CommandName, CoreError, call, type Result } from "./call";

/** A record of any entity. Its fields are described by the command `entities`. */
export type AnyRecord = { id: string; created_at?: string; updated_at?: string } & {
  [field: string]: unknown;
};

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

interface ReadOptions {
  /** Ask only when true. */
  when?: boolean;
  /** Show the last answer while another is under way. */
  keep?: boolean;
  /** Ask again after so many milliseconds: for what changes without a write from here. */
  every?: number | undefined;
}

/** What the core answers to `name`; asked again after every write. */
export function useRead<N extends CommandName>(
  name: N,
  args: Args<N>,
  options: ReadOptions = {},
): UseQueryResult<Result<N>, CoreError> {
  return useQuery<Result<N>, CoreError>({
    queryKey: [name, args],
    queryFn: () => call(name, args),
    enabled: options.when ?? true,
    refetchInterval: options.every ?? false,
    refetchIntervalInBackground: true,
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** A command that changes something. */
export function useWrite<N extends CommandName>(name: N): UseMutationResult<Result<N>, CoreError, Args<N>> {
  return useMutation<Result<N>, CoreError, Args<N>>({ mutationFn: (args) => write(name, args) });
}

/** The same outside a component: calls, then lets every read be asked again. */
export async function write<N extends CommandName>(name: N, args: Args<N>): Promise<Result<N>> {
  const result = await call(name, args);
  await refresh();
  return result;
}

/** Reads whose answer no write changes. */
const FIXED: ReadonlySet<unknown> = new Set([
  "about",
  "licence",
  "texts",
  "languages",
  "directory",
  "catalogues",
  "entities",
  "list_reports",
]);

/** Forgets what is not on screen: it belongs to a file that is not open any more. */
export function forgetFile() {
  queries.removeQueries({ type: "inactive", predicate: (query) => !FIXED.has(query.queryKey[0]) });
}

export function refresh(): Promise<void> {
  return queries.invalidateQueries({ predicate: (query) => !FIXED.has(query.queryKey[0]) });
}

/** The records of an entity, of one parent where it has one. */
export function useRecords(entity: string, parent?: string | null, when = true): AnyRecord[] {
  const args = (parent ? { entity, parent } : { entity }) as Args<"list_records">;
  const read = useRead("list_records", args, { when });
  return (read.data as AnyRecord[] | undefined) ?? NONE;
}
const NONE: AnyRecord[] = [];

/** One record; `data` is undefined while it loads. */
export function useRecord(entity: string, id: string): UseQueryResult<AnyRecord, CoreError> {
  return useRead("get_record", { entity, id } as Args<"get_record">) as UseQueryResult<AnyRecord, CoreError>;
}

export function asCoreError(reason: unknown): CoreError {
  return reason instanceof CoreError ? reason : new CoreError("unexpected", String(reason), []);
}
