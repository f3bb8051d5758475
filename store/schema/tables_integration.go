package schema

// integrationTables are the tables of the group "integration".
var integrationTables = []*Table{
	{
		Num: 38, Key: "integrationidentifier", Label: "Integration Identifier", Plural: "Integration Identifiers",
		Group: "integration", Icon: "identifier",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Identifier ID", Kind: Text, Required: true, MaxLength: 850, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "externalkey", Label: "External Key", Kind: Text, MaxLength: 100},
			{Num: 18, Key: "firstseendatetime", Label: "First Seen Date Time", Kind: DateTime},
			{Num: 19, Key: "lastseendatetime", Label: "Last Seen Date Time", Kind: DateTime},
			{Num: 20, Key: "sourcesystemkey", Label: "Source System Key", Kind: Text, MaxLength: 100},
			{Num: 21, Key: "targetid", Label: "Target ID", Kind: Text, MaxLength: 100},
			{Num: 22, Key: "targettable", Label: "Target Table", Kind: Text, MaxLength: 100},
		},
	},
	{
		Num: 39, Key: "integrationvaluemap", Label: "Integration Value Map", Plural: "Integration Value Maps",
		Group: "integration", Icon: "map",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Map ID", Kind: Text, Required: true, MaxLength: 850, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "canonicalcodevalue", Label: "Canonical Code Value", Kind: Text, MaxLength: 100},
			{Num: 18, Key: "codelist", Label: "Code List", Kind: Text, MaxLength: 100},
			{Num: 19, Key: "confidence", Label: "Confidence", Kind: Decimal},
			{Num: 20, Key: "sourcecode", Label: "Source Code", Kind: Text, MaxLength: 100},
			{Num: 21, Key: "sourcelabel", Label: "Source Label", Kind: Text, MaxLength: 100},
			{Num: 22, Key: "sourcesystemkey", Label: "Source System Key", Kind: Text, MaxLength: 100},
		},
	},
	{
		Num: 40, Key: "integrationcommitpolicy", Label: "Integration Commit Policy", Plural: "Integration Commit Policies",
		Group: "integration", Icon: "policy",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Policy ID", Kind: Text, Required: true, MaxLength: 850, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "authoritativesources", Label: "Authoritative Sources", Kind: Memo, MaxLength: 500},
			{Num: 18, Key: "autocertify", Label: "Auto Certify", Kind: Choice, Choice: "yesno"},
			{Num: 19, Key: "commitmode", Label: "Commit Mode", Kind: Choice, Choice: "integrationcommitmode"},
			{Num: 20, Key: "fieldname", Label: "Field Name", Kind: Text, MaxLength: 100},
			{Num: 21, Key: "staleafterdays", Label: "Stale After Days", Kind: Whole},
			{Num: 22, Key: "targettable", Label: "Target Table", Kind: Text, MaxLength: 100},
		},
	},
	{
		Num: 41, Key: "integrationsyncjob", Label: "Integration Sync Job", Plural: "Integration Sync Jobs",
		Group: "integration", Icon: "sync",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Job ID", Kind: Text, Required: true, MaxLength: 850, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "direction", Label: "Direction", Kind: Choice, Choice: "direction"},
			{Num: 18, Key: "entitytype", Label: "Entity Type", Kind: Text, MaxLength: 100},
			{Num: 19, Key: "jobstatus", Label: "Job Status", Kind: Choice, Choice: "overallresult"},
			{Num: 20, Key: "sourcesystemkey", Label: "Source System Key", Kind: Text, MaxLength: 100},
			{Num: 21, Key: "submitteddatetime", Label: "Submitted Date Time", Kind: DateTime},
		},
	},
	{
		Num: 42, Key: "integrationsyncitem", Label: "Integration Sync Item", Plural: "Integration Sync Items",
		Group: "integration", Icon: "sync",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Item ID", Kind: Text, Required: true, MaxLength: 850, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "applieddatetime", Label: "Applied Date Time", Kind: DateTime},
			{Num: 18, Key: "fieldname", Label: "Field Name", Kind: Text, MaxLength: 100},
			{Num: 19, Key: "integrationsyncjob", Label: "Integration Sync Job", Kind: Lookup, Target: "integrationsyncjob"},
			{Num: 20, Key: "newvalue", Label: "New Value", Kind: Text, MaxLength: 4000},
			{Num: 21, Key: "processmessage", Label: "Process Message", Kind: Memo, MaxLength: 2000},
			{Num: 22, Key: "targetid", Label: "Target ID", Kind: Text, MaxLength: 100},
			{Num: 23, Key: "targettable", Label: "Target Table", Kind: Text, MaxLength: 100},
		},
	},
	{
		Num: 43, Key: "integrationledger", Label: "Integration Ledger", Plural: "Integration Ledgers",
		Group: "integration", Icon: "ledger",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Ledger ID", Kind: Text, Required: true, MaxLength: 850, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "aspectkey", Label: "Aspect Key", Kind: Text, MaxLength: 100},
			{Num: 18, Key: "certifiedby", Label: "Certified By", Kind: User, MaxLength: 160},
			{Num: 19, Key: "certifieddatetime", Label: "Certified Date Time", Kind: DateTime},
			{Num: 20, Key: "ledgeraspect", Label: "Ledger Aspect", Kind: Choice, Choice: "ledgeraspect"},
			{Num: 21, Key: "ledgerstatus", Label: "Ledger Status", Kind: Choice, Choice: "simplecertificationstatus"},
			{Num: 22, Key: "notes", Label: "Notes", Kind: Memo, MaxLength: 500},
			{Num: 23, Key: "sourcesystemkey", Label: "Source System Key", Kind: Text, MaxLength: 100},
			{Num: 24, Key: "targetid", Label: "Target ID", Kind: Text, MaxLength: 100},
			{Num: 25, Key: "targettable", Label: "Target Table", Kind: Text, MaxLength: 100},
		},
	},
}
