import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarIntent,
} from "@fluentui/react-components";
import { type ReactNode, useLayoutEffect } from "react";
import { registry } from "../commands";
import { Icon } from "../ui";
import { useCatalogue } from "./catalogue";
import { useGo } from "./go";
import { useLayout } from "./preferences";
import { useSafety } from "./safety";

/** How the open catalogue stands, where that takes care: nothing most of the time. */
export function StandingBars() {
  const { reading } = useCatalogue().standing;
  useLayoutEffect(() => registry.refuseWrites(reading), [reading]);
  return (
    <div className="standing">
      <Gone />
      <Mishap />
      <Reading />
      <BackupFault />
      <PlaceWarning />
    </div>
  );
}

interface BarProps {
  intent: MessageBarIntent;
  children: ReactNode;
  actions?: ReactNode;
  onDismiss?(): void;
}

function Bar({ intent, children, actions, onDismiss }: BarProps) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
      <MessageBarActions
        containerAction={
          onDismiss && (
            <Button
              appearance="transparent"
              size="small"
              aria-label="Do not say this again for this catalogue"
              icon={<Icon name="dismiss" size={16} />}
              onClick={onDismiss}
            />
          )
        }
      >
        {actions}
      </MessageBarActions>
    </MessageBar>
  );
}

function Gone() {
  const { gone } = useCatalogue().standing;
  const { saveCopyAs } = useSafety();
  if (!gone) return null;
  const save = (
    <Button size="small" appearance="primary" onClick={saveCopyAs}>
      Save a copy as…
    </Button>
  );
  return (
    <Bar intent="error" actions={save}>
      {gone}
    </Bar>
  );
}

function Mishap() {
  const { mishap } = useCatalogue().standing;
  const go = useGo();
  if (!mishap) return null;
  const history = (
    <Button size="small" onClick={() => go.history()}>
      History
    </Button>
  );
  return (
    <Bar intent="warning" actions={history}>
      {mishap}
    </Bar>
  );
}

function Reading() {
  const { reading, noted, free } = useCatalogue().standing;
  const { edit } = useSafety();
  if (!reading) return null;
  if (free)
    return (
      <Bar
        intent="success"
        actions={
          <Button size="small" appearance="primary" onClick={() => edit(false)}>
            Start editing
          </Button>
        }
      >
        Nobody else has this catalogue open any more. You can change it now.
      </Bar>
    );
  return (
    <Bar
      intent="info"
      actions={
        noted && (
          <Button size="small" onClick={() => edit(true)}>
            Edit it anyway
          </Button>
        )
      }
    >
      {reading}{" "}
      {noted
        ? "Edit it anyway only if you know that it is closed there: two who change it at once lose work."
        : "You see what is saved there; changing it is off until it is closed."}
    </Bar>
  );
}

function BackupFault() {
  const { backupFault } = useCatalogue().standing;
  const go = useGo();
  if (!backupFault) return null;
  const settings = (
    <Button size="small" onClick={go.settings}>
      Settings
    </Button>
  );
  return (
    <Bar intent="warning" actions={settings}>
      {backupFault}
    </Bar>
  );
}

/** Said once for each catalogue: what may go wrong where its file lies. */
function PlaceWarning() {
  const { place, path } = useCatalogue();
  const [dismissed, setDismissed] = useLayout<string[]>("place-dismissed", []);
  const go = useGo();
  if (!place || dismissed.includes(path)) return null;
  const more = (
    <Button size="small" onClick={() => go.help("safe")}>
      What to do
    </Button>
  );
  return (
    <Bar intent="info" actions={more} onDismiss={() => setDismissed([...dismissed, path])}>
      {place.kind === "synchronized"
        ? `${place.name} synchronizes the folder of this catalogue. When two computers change it before they have synchronized, one of the two versions is set aside. Work on one computer at a time.`
        : `This catalogue lies on ${place.name}. Not every network tells one person that another has it open, and a connection that breaks while saving may damage it. Keep backups on another drive.`}
    </Bar>
  );
}
