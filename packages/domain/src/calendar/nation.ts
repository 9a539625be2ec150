import * as Schema from "effect/Schema"
import { nations } from "./publication.ts"

/** The schema of {@link nations}. */
export const Nation = Schema.Literals(nations)
export type Nation = typeof Nation.Type
