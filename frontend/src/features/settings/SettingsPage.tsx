import { Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { keys, useCatalogue, usePreferences } from "../../frame";
import { useFail } from "../../ui";
import { AboutCard } from "./AboutCard";
import { BackupCard } from "./BackupCard";
import { CatalogueCard } from "./CatalogueCard";
import { DisplayCard } from "./DisplayCard";
import { LinksCard } from "./LinksCard";
import { ProtectionCard } from "./ProtectionCard";
import "./settings.css";

/** What one person chooses for this machine, and what there is to know about program and file. */
export function SettingsPage() {
  const { open } = useCatalogue();
  return (
    <div className="settings">
      <h1 className="page-title">Settings</h1>
      <Card title="You">
        <Who />
      </Card>
      <Card title="Appearance">
        <Appearance />
      </Card>
      <Card title="Display">
        <DisplayCard />
      </Card>
      {open && (
        <Card title="Catalogue">
          <CatalogueCard />
        </Card>
      )}
      <Card title="Backups">
        <BackupCard />
      </Card>
      {open && (
        <Card title="Protection">
          <ProtectionCard />
        </Card>
      )}
      <Card title="Links">
        <LinksCard />
      </Card>
      <Card title="About">
        <AboutCard />
      </Card>
    </div>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card settings-card" aria-label={title}>
      <h2 className="section-title">{title}</h2>
      {children}
    </section>
  );
}

function Who() {
  const [{ who }, change] = usePreferences();
  const [text, setText] = useState(who);
  const client = useQueryClient();
  const fail = useFail();
  const save = async () => {
    const name = text.trim();
    if (name === "" || name === who) return setText(who);
    try {
      await change({ who: name });
      await client.invalidateQueries({ queryKey: keys.state });
    } catch (error) {
      fail(error);
    }
  };
  return (
    <Field
      label="Your name"
      hint="The history notes it with every change that you make, and views of what is yours go by it."
    >
      <Input
        value={text}
        onChange={(_, { value }) => setText(value)}
        onBlur={save}
        onKeyDown={(event) => event.key === "Enter" && save()}
      />
    </Field>
  );
}

function Appearance() {
  const [{ theme, density }, change] = usePreferences();
  const fail = useFail();
  return (
    <>
      <Field label="Theme">
        <RadioGroup
          layout="horizontal"
          value={theme || "system"}
          onChange={(_, { value }) => change({ theme: value }).catch(fail)}
        >
          <Radio value="system" label="As the system" />
          <Radio value="light" label="Light" />
          <Radio value="dark" label="Dark" />
        </RadioGroup>
      </Field>
      <Field label="Density" hint="Compact shows more rows; comfortable gives them more air.">
        <RadioGroup
          layout="horizontal"
          value={density || "comfortable"}
          onChange={(_, { value }) => change({ density: value }).catch(fail)}
        >
          <Radio value="comfortable" label="Comfortable" />
          <Radio value="compact" label="Compact" />
        </RadioGroup>
      </Field>
    </>
  );
}
