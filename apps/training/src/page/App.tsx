import { useEffect } from "react"
import { withoutThread } from "../address/address.ts"
import { defaultPersona, placeOf } from "../address/place.ts"
import { useAddress } from "./address/useAddress.ts"
import { TrainingBanner } from "./clock/TrainingBanner.tsx"
import { moveClock, resetTraining, SERVER_AWAY } from "./server/trainingServer.ts"
import { useTraining } from "./server/useTraining.ts"
import { useLastSeen } from "./sidebar/useLastSeen.ts"
import { WorkspaceView } from "./WorkspaceView.tsx"

/** Below this the guide takes room from the conversation, so it opens only on request. */
const NARROW_PX = 720

export const App = () => {
  const { address, go, settle } = useAddress()
  const { seen, isAway, problem, refresh } = useTraining(address)
  const lastSeen = useLastSeen()
  const workspace = seen?.workspace

  // An address that leaves out who acts, or names a place this persona does not have, is completed.
  useEffect(() => {
    if (workspace === undefined) return
    if (address.as === undefined) {
      const invited = lastSeen.isFirstVisit && window.innerWidth > NARROW_PX ? ({ guide: "tour" } as const) : {}
      settle({ ...invited, ...address, as: defaultPersona(workspace).id })
    } else if (workspace.me.id === address.as) {
      const place = placeOf(address.in, workspace)
      if (place.kind !== "nowhere" && place.id !== address.in) settle({ ...withoutThread(address), in: place.id })
    }
  }, [workspace, address, settle, lastSeen.isFirstVisit])

  useEffect(() => {
    if (workspace !== undefined) lastSeen.begin(workspace.conversations)
  }, [workspace, lastSeen.begin])

  const as = address.as ?? ""
  const isReady = seen !== undefined && workspace?.me.id === address.as
  return (
    <div className="page">
      <TrainingBanner
        said={workspace?.now}
        moving={workspace?.moving}
        isRunning={!isAway && workspace?.standsStill !== true}
        onMove={async (request) => {
          const done = await moveClock(as, request)
          await refresh()
          return done
        }}
        onReset={async () => {
          const done = await resetTraining(as)
          if (done.ok) {
            lastSeen.forget()
            settle(withoutThread(address))
          }
          await refresh()
          return done
        }}
      />
      {isAway && (
        <p className="away" role="status">
          {SERVER_AWAY} If it was stopped, start it again; this page carries on by itself.
        </p>
      )}
      {problem !== undefined && (
        <p className="away" role="alert">
          {problem} <a href="/">Begin again as the team manager</a>
        </p>
      )}
      {isReady ? (
        <WorkspaceView isAway={isAway} seen={seen} address={address} lastSeen={lastSeen} onGo={go} refresh={refresh} />
      ) : (
        <main className="empty">
          <h1 className="visually-hidden">Safe Return training</h1>
          {isAway || problem !== undefined ? null : "Loading the training workspace…"}
        </main>
      )}
    </div>
  )
}
