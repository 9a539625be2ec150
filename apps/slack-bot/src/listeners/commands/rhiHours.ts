import { Effect, Option } from "effect"
import { plainly } from "../../blocks/blocks.ts"
import { saveWorkingDays } from "../../forms/hours/saveWorkingDays.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import type { HoursCommand } from "./parseHours.ts"

/** `/rhi hours [@person] <days and hours>`: shown to people who give them an interview; nobody is told less for it. */
export const rhiHours: CommandHandler<HoursCommand> = {
  permission: "change-availability",
  whose: ({ command, person }) => command.whose ?? person,
  handle: Effect.fn("rhiHours")(function* ({ command: { whose, pattern }, person: by }) {
    return Option.some(plainly(yield* saveWorkingDays(whose ?? by, pattern, by)))
  })
}
