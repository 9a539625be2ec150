/**
 * Run on its own under one `TZ`: prints that zone's offset in July, then the domain's clocks for every random return
 * in every nation.
 */
import { nations } from "../../src/calendar/index.ts"
import { ourReckoning } from "./ourReckoning.ts"
import { randomReturns } from "./randomReturns.ts"

const clocks = nations.flatMap((nation) => randomReturns().map((returnedAt) => ourReckoning(returnedAt, nation)))

process.stdout.write(JSON.stringify({ julyOffset: new Date(2026, 6, 1).getTimezoneOffset(), clocks }))
