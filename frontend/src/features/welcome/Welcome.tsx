import { useBringIn, useCatalogue, useFiles, useFirstSteps } from "../../frame";
import { Icon, type IconName } from "../../ui";
import { FirstSteps } from "./FirstSteps";
import { RecentCatalogues } from "./RecentCatalogues";

/** What is seen while no catalogue is open. */
export function Welcome() {
  const { recent } = useCatalogue();
  const [steps] = useFirstSteps();
  const isFirst = (recent ?? []).length === 0;
  const guided = steps === "open" || (isFirst && steps === "usual");
  return (
    <div className="welcome">
      <header className="welcome-head">
        <h1>Cadastre</h1>
        <p>
          The register of your organization’s IT: its systems, what they are made of, and who
          answers for them. In one file that is yours.
        </p>
      </header>
      <div className="welcome-body">
        <Actions />
        <div className="welcome-aside">
          {guided && <FirstSteps />}
          {!isFirst && <RecentCatalogues />}
        </div>
      </div>
      <p className="welcome-foot">
        You can also drop a spreadsheet or a catalogue anywhere on this window.
      </p>
    </div>
  );
}

function Actions() {
  const files = useFiles();
  const bringIn = useBringIn();
  return (
    <section aria-label="Start" className="welcome-actions">
      <Action
        icon="openFile"
        title="Open a catalogue"
        text="Choose a .cadastre file on this computer or a drive."
        run={files.open}
      />
      <Action
        icon="newFile"
        title="New catalogue"
        text="Choose where the file goes and start with empty lists."
        run={files.create}
      />
      <Action
        icon="spreadsheet"
        title="Import a spreadsheet"
        text="Bring in the Excel or CSV inventory that you have; you see every change first."
        run={() => bringIn()}
      />
      <Action
        icon="database"
        title="Open the sample catalogue"
        text="A made-up agency with sixty systems, to look around and try things out."
        run={files.openSample}
      />
    </section>
  );
}

interface ActionProps {
  icon: IconName;
  title: string;
  text: string;
  run(): void;
}

function Action({ icon, title, text, run }: ActionProps) {
  return (
    <button type="button" className="welcome-action" onClick={run}>
      <Icon name={icon} size={24} />
      <span className="stack-tight">
        <strong>{title}</strong>
        <span className="quiet">{text}</span>
      </span>
    </button>
  );
}
