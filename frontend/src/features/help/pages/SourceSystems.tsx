import { To } from "../To";

export function SourceSystems() {
  return (
    <>
      <p className="lead">
        Some of what you keep comes again and again from the same place: the service desk’s
        inventory, the cloud’s list, another department’s spreadsheet. Give such a place a key, and
        Cadastre remembers what came from it, what its words mean, and what it may change.
      </p>

      <h2>Say where a file comes from</h2>
      <ol>
        <li>
          Bring the file in as always. Beside its sheets, under <b>Rows come from</b>, choose the
          source, or type a new key such as <code>SNOW-CMDB</code>.
        </li>
        <li>
          If a column holds the source’s own number for each row, let that column go into{" "}
          <b>External key</b>, which then stands first in its list.
        </li>
        <li>
          Apply. With <b>Mapping</b> you can keep both for the next file of the same shape.
        </li>
      </ol>
      <p>
        <code>cadastre import --source KEY --source-key COLUMN</code> does the same in a script.
      </p>

      <h2>What it remembers</h2>
      <dl>
        <dt>Identifiers</dt>
        <dd>
          tie the source’s number to your record. The next file finds the record by it, also when
          its name has changed on either side. When you merge records, the number follows. When you
          delete one, the next file that names it says so.
        </dd>
        <dt>Value maps</dt>
        <dd>
          say what the source’s codes and labels stand for. What you decide in the step{" "}
          <i>Values</i> is kept there and used the next time. A map whose confidence is below 0.7
          only makes a suggestion: you are asked.
        </dd>
        <dt>Sync jobs and sync items</dt>
        <dd>are the list of what each file brought: every value that went in or that waits.</dd>
        <dt>The ledger</dt>
        <dd>says which values are certified, by whom and when, and which are not yet.</dd>
      </dl>
      <p>All of it belongs to the import: undo takes it back with the rows.</p>

      <h2>Who may change what: commit policies</h2>
      <p>
        Without a policy, every source may change everything, as any spreadsheet may. Make one under{" "}
        <b>Integration Commit Policies</b>, in the area <i>Source Systems</i>, which you choose at
        the foot of the navigation. Give it a name, choose the table, and a field or none for the
        whole table. It says:
      </p>
      <ul>
        <li>
          <b>Authoritative Sources</b>: their keys, separated by commas, the one that counts most
          first. A value never gives way to one of a source further back in the list, or not in it.
          What a person typed gives way to the sources in the list.
        </li>
        <li>
          <b>Commit Mode</b>: <i>On Ingest</i> lets values in at once, <i>On Certify</i> when
          somebody has accepted them. With <b>Auto Certify</b> they go in and count as certified.
        </li>
        <li>
          <b>Stale After Days</b>: how long a value stands without its source bringing the record
          again.
        </li>
      </ul>

      <p>
        It does not matter whether the policy or the first file comes first: what a source has
        brought before counts as its own. A policy that leads nowhere is told above the waiting
        values and with the next import.
      </p>

      <h2>Waiting values</h2>
      <p>
        What a policy does not let in is not lost: it waits under <b>Waiting Values</b>, in the area{" "}
        <i>Source Systems</i> of the IT System Catalog, beside what the catalogue holds and with the
        reason. Accept or decline one, those that you select, or all that the filter shows. Each
        time it is one change, and <To page="undo-and-history">undo</To> takes it back. A value that
        you declined is not asked about again until the source says something else. What you accept
        came from the file that brought it: the form says so, and the filter <i>came from</i> of a
        list finds it.
      </p>
      <p>
        The other two lists are values that went in and that nobody has certified, and values that
        have become stale. Certify them there, or open the record and correct it.
      </p>
    </>
  );
}
