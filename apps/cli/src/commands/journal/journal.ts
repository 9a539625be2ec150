import { Command } from "effect/cli"
import { admit } from "./admit.ts"
import { audit } from "./audit.ts"
import { backup } from "./backup.ts"
import { educationCases } from "./educationCases.ts"
import { episodes } from "./episodes.ts"
import { eraseAgain } from "./eraseAgain.ts"
import { eraseChild } from "./eraseChild.ts"
import { erased } from "./erased.ts"
import { exportChild } from "./exportChild.ts"
import { hold } from "./hold.ts"
import { importHistory } from "./importHistory.ts"
import { move } from "./move.ts"
import { restore } from "./restore.ts"
import { retention } from "./retention.ts"
import { rotateKey } from "./rotateKey.ts"
import { verify } from "./verify.ts"

export const journal = Command.make("journal").pipe(
  Command.withDescription(
    "The records themselves: whether they are whole, their backups, who asked for what, how long they are kept, and what is held of one child"
  ),
  Command.withSubcommands([
    verify,
    backup,
    restore,
    rotateKey,
    audit,
    exportChild,
    episodes,
    educationCases,
    importHistory,
    hold,
    eraseChild,
    eraseAgain,
    erased,
    retention,
    move,
    admit
  ])
)
