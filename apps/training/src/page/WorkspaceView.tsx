import { definedFields } from "@safe-return/domain/definedFields"
import { useEffect, useState } from "react"
import { type Address, withGuide, withoutThread } from "../address/address.ts"
import { placeOf } from "../address/place.ts"
import type { Done, PageContent, TourPlace } from "../api.ts"
import { ConversationPane } from "./conversation/ConversationPane.tsx"
import { ShortcutsMenu } from "./conversation/ShortcutsMenu.tsx"
import { ThreadPane } from "./conversation/ThreadPane.tsx"
import { GuideButtons } from "./guide/GuideButtons.tsx"
import { GuideHost } from "./guide/GuideHost.tsx"
import { AppHome } from "./home/AppHome.tsx"
import { ModalHost } from "./modal/ModalHost.tsx"
import { PolicePanel } from "./police/PolicePanel.tsx"
import { StepInForm } from "./scenarios/StepInForm.tsx"
import { TrainingContext } from "./server/TrainingContext.ts"
import {
  askSuggestions,
  closeView,
  notifyAsPolice,
  playScenario,
  sendAction,
  sendCommand,
  sendShortcut,
  submitView
} from "./server/trainingServer.ts"
import { hasNewReplies, threadKey } from "./sidebar/lastSeen.ts"
import { PersonaSwitcher, Sidebar } from "./sidebar/Sidebar.tsx"
import type { useLastSeen } from "./sidebar/useLastSeen.ts"

interface WorkspaceViewProps {
  readonly seen: PageContent
  readonly isAway: boolean
  readonly address: Address
  readonly lastSeen: ReturnType<typeof useLastSeen>
  readonly onGo: (address: Address) => void
  readonly refresh: () => Promise<void>
}

/** The workspace as one persona sees it. */
export const WorkspaceView = ({ seen, isAway, address, lastSeen, onGo, refresh }: WorkspaceViewProps) => {
  const { workspace, screen } = seen
  const [isSidebarOpen, setSidebarOpen] = useState(false)
  /** The message the persona was taken to, until it has come into view. */
  const [wanted, setWanted] = useState<string>()
  const place = placeOf(address.in, workspace)
  const as = workspace.me.id
  const conversation = seen.conversation?.id === place.id ? seen.conversation : undefined
  const latest = place.kind === "conversation" ? place.summary.latest : undefined
  const { mark } = lastSeen

  useEffect(() => {
    if (latest !== undefined) mark(as, place.id, latest)
  }, [as, place.id, latest, mark])

  const { meet } = lastSeen
  const messages = conversation?.messages
  useEffect(() => {
    if (messages !== undefined)
      meet(
        as,
        messages.map(({ ts, replies }) => ({ id: threadKey(place.id, ts), replies }))
      )
  }, [as, place.id, messages, meet])

  const openThread = address.thread
  const repliesSeen = openThread === undefined ? undefined : messages?.find(({ ts }) => ts === openThread)?.replies
  useEffect(() => {
    if (openThread !== undefined && repliesSeen !== undefined)
      mark(as, threadKey(place.id, openThread), String(repliesSeen))
  }, [as, place.id, openThread, repliesSeen, mark])

  /** Every answer is followed by a reading, so that what was done is in sight before anybody acts on the answer. */
  const andRefresh = async (asked: Promise<Done>): Promise<Done> => {
    const done = await asked
    await refresh()
    return done
  }
  // The guide stays open wherever its reader goes.
  const { guide, about } = address
  const goTo = (next: Address) => {
    setSidebarOpen(false)
    onGo(next.guide === undefined ? withGuide(next, guide, about) : next)
  }
  const explain = (ts: string) => onGo(withGuide(address, "happened", `${place.id}:${ts}`))
  const take = (persona: string, { in: where, thread, message, guide: opened }: TourPlace) => {
    setWanted(message)
    goTo({
      as: persona,
      in: where,
      ...definedFields({ thread, guide: opened })
    })
  }

  return (
    <TrainingContext
      value={{
        workspace,
        act: (request) => andRefresh(sendAction(as, request)),
        suggest: (request) => askSuggestions(as, request),
        shortcut: (request) => andRefresh(sendShortcut(as, request)),
        command: (request) => andRefresh(sendCommand(as, request))
      }}
    >
      <section className="toolbar" aria-label="Persona and shortcuts">
        <button
          type="button"
          className="button menu-button"
          aria-expanded={isSidebarOpen}
          aria-controls="sidebar"
          onClick={() => setSidebarOpen(!isSidebarOpen)}
        >
          Menu
        </button>
        <PersonaSwitcher
          personas={workspace.personas}
          me={workspace.me}
          onSwitch={(persona) => goTo({ as: persona, in: place.id })}
        />
        <div className="toolbar-ways">
          <GuideButtons open={guide} onOpen={(next) => onGo(withGuide(address, next))} />
          <ShortcutsMenu
            label="Shortcuts"
            shortcuts={workspace.shortcuts}
            onChoose={(callbackId) => andRefresh(sendShortcut(as, { callbackId }))}
          />
        </div>
      </section>
      <div className="workspace">
        <Sidebar workspace={workspace} place={place} lastSeen={lastSeen.seen} isOpen={isSidebarOpen} onGo={goTo} />
        <main className="pane" tabIndex={-1} key={`${as} ${place.id}`}>
          {place.kind === "conversation" && (
            <ConversationPane
              summary={place.summary}
              conversation={conversation}
              hasNewReplies={({ ts, replies }) =>
                lastSeen.seen !== undefined &&
                hasNewReplies(lastSeen.seen, as, { id: threadKey(place.id, ts), replies })
              }
              wanted={wanted}
              onCame={() => setWanted(undefined)}
              onOpenThread={(thread) => goTo({ as, in: place.id, thread })}
              onExplain={explain}
            />
          )}
          {place.kind === "home" && <AppHome view={screen.home} />}
          {place.kind === "police" && (
            <PolicePanel
              said={workspace.now}
              isRunning={!isAway && !workspace.standsStill}
              onNotify={async (notification) => {
                const reply = await notifyAsPolice(as, { notification })
                await refresh()
                return reply
              }}
            />
          )}
          {place.kind === "nowhere" && <p className="empty">You are in no conversation yet.</p>}
        </main>
        {place.kind === "conversation" && address.thread !== undefined && (
          <ThreadPane
            key={address.thread}
            thread={conversation && seen.thread}
            onClose={() => goTo({ as, in: place.id })}
            onExplain={explain}
          />
        )}
        <GuideHost
          seen={seen}
          address={address}
          onGo={onGo}
          onTake={take}
          onLosing={() => {
            lastSeen.forget()
            onGo(withoutThread(address))
          }}
          andRefresh={andRefresh}
        />
      </div>
      <ModalHost
        key={as}
        view={screen.modal}
        guide={
          seen.scenarios?.played !== undefined && (
            <StepInForm
              played={seen.scenarios.played}
              onPlay={() => andRefresh(playScenario(as, { until: "next step" }))}
              onTake={(step) => take(step.as, { in: step.in })}
            />
          )
        }
        onSubmit={(request) => andRefresh(submitView(as, request))}
        onClose={(request) => andRefresh(closeView(as, request))}
      />
    </TrainingContext>
  )
}
