/** Lists as parameters of a statement, an empty one among them. */
import { PgTypes } from "@effect/sql-pg"
import { Result } from "effect"

export const asTexts = (values: ReadonlyArray<string>) => Result.getOrThrow(PgTypes.array(values, PgTypes.OID.text))
export const asBigIntegers = (values: ReadonlyArray<number>) =>
  Result.getOrThrow(PgTypes.array(values.map(BigInt), PgTypes.OID.int8))
export const asIntegers = (values: ReadonlyArray<number>) => Result.getOrThrow(PgTypes.array(values, PgTypes.OID.int4))
