package schema

// coreTables are the tables of the group "core".
var coreTables = []*Table{
	{
		Num: 26, Key: "contact", LogicalName: "contact", Label: "Person", Plural: "Persons",
		Group: "core", Icon: "person", Primary: "fullname",
		Identifiers: []string{"emailaddress1"},
		Synonyms:    []string{"people", "persons", "person", "contacts", "users", "staff", "employees"},
		Fields: []*Field{
			{Num: 16, Key: "fullname", LogicalName: "fullname", Label: "Full Name", Kind: Text, Required: true, MaxLength: 160, Parts: []string{"firstname", "lastname"}, Synonyms: []string{"name", "full name", "person", "display name"},
				Help: "Made of first and last name."},
			{Num: 17, Key: "firstname", LogicalName: "firstname", Label: "First Name", Kind: Text, MaxLength: 50, Synonyms: []string{"given name", "first"}},
			{Num: 18, Key: "lastname", LogicalName: "lastname", Label: "Last Name", Kind: Text, Required: true, MaxLength: 50, Synonyms: []string{"surname", "family name", "last"}},
			{Num: 19, Key: "jobtitle", LogicalName: "jobtitle", Label: "Job Title", Kind: Text, MaxLength: 100, Synonyms: []string{"title", "position", "role"}},
			{Num: 20, Key: "emailaddress1", LogicalName: "emailaddress1", Label: "Email", Kind: Email, MaxLength: 100, Synonyms: []string{"email", "e-mail", "mail", "email address"},
				Help: "An import finds the person by it before it looks at the name."},
			{Num: 21, Key: "telephone1", LogicalName: "telephone1", Label: "Business Phone", Kind: Phone, MaxLength: 50, Synonyms: []string{"phone", "telephone", "office phone"}},
			{Num: 22, Key: "mobilephone", LogicalName: "mobilephone", Label: "Mobile Phone", Kind: Phone, MaxLength: 50, Synonyms: []string{"mobile", "cell"}},
			{Num: 23, Key: "addresshomecountry", Label: "Address Home Country", Kind: Lookup, Target: "country"},
			{Num: 24, Key: "addresshomestateorprovince", Label: "Address Home State", Kind: Lookup, Target: "stateorprovince"},
			{Num: 25, Key: "clearancelevel", Label: "Clearance Level", Kind: Lookup, Target: "clearancelevel"},
			{Num: 26, Key: "collaborationurl", Label: "Collaboration URL", Kind: URL, MaxLength: 500},
			{Num: 27, Key: "jobgrade", Label: "Job Grade", Kind: Lookup, Target: "graderank"},
			{Num: 28, Key: "jobseries", Label: "Job Series", Kind: Lookup, Target: "jobseries"},
			{Num: 29, Key: "personneltype", Label: "Personnel Type", Kind: Lookup, Target: "personneltype"},
			{Num: 30, Key: "user", Label: "User", Kind: User, MaxLength: 160},
		},
	},
	{
		Num: 27, Key: "account", LogicalName: "account", Label: "Account", Plural: "Accounts",
		Group: "core", Icon: "organization", Firms: true,
		Synonyms: []string{"vendors", "vendor", "accounts", "suppliers", "companies", "manufacturers", "organizations"},
		Fields: []*Field{
			{Num: 16, Key: "name", LogicalName: "name", Label: "Account Name", Kind: Text, Required: true, MaxLength: 160, Synonyms: []string{"account", "company", "vendor", "vendor name", "supplier", "organization", "title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "websiteurl", LogicalName: "websiteurl", Label: "Website", Kind: URL, MaxLength: 200, Synonyms: []string{"website", "url", "web site"}},
			{Num: 18, Key: "telephone1", LogicalName: "telephone1", Label: "Main Phone", Kind: Phone, MaxLength: 50, Synonyms: []string{"phone", "telephone"}},
			{Num: 19, Key: "emailaddress1", LogicalName: "emailaddress1", Label: "Email", Kind: Email, MaxLength: 100, Synonyms: []string{"email", "e-mail"}},
		},
	},
	{
		Num: 28, Key: "organizationunit", Label: "Organization Unit", Plural: "Organization Units",
		Group: "core", Icon: "unit",
		Identifiers: []string{"orgcode"},
		Synonyms:    []string{"organization units", "departments", "org units", "organisations", "units", "bureaus"},
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "abbreviation", Label: "Abbreviation", Kind: Text, Short: true, MaxLength: 100, Synonyms: []string{"acronym", "short name", "abbr", "code"}},
			{Num: 18, Key: "description", Label: "Description", Kind: Text, MaxLength: 100, Synonyms: []string{"short description", "details", "summary", "notes", "bemærkning", "beskrivelse", "beschreibung", "remarks"}},
			{Num: 19, Key: "managedby", Label: "Managed By", Kind: Lookup, Target: "contact", Synonyms: []string{"manager", "head"}},
			{Num: 20, Key: "organizationunittype", Label: "Organization Unit Type", Kind: Lookup, Target: "organizationunittype", Type: true},
			{Num: 21, Key: "orgcode", Label: "Org Code", Kind: Text, MaxLength: 100, Synonyms: []string{"code"},
				Help: "An import finds the unit by it before it looks at the name."},
			{Num: 22, Key: "parentorganizationunit", Label: "Parent Organization Unit", Kind: Lookup, Target: "organizationunit", Parent: true, Synonyms: []string{"parent", "parent unit"}},
		},
	},
	{
		Num: 29, Key: "organizationunittype", Label: "Organization Unit Type", Plural: "Organization Unit Types",
		Group: "core", Icon: "tag",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
		},
	},
	{
		Num: 30, Key: "location", Label: "Location", Plural: "Locations",
		Group: "core", Icon: "location",
		Synonyms: []string{"locations", "sites", "buildings"},
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "abbreviation", Label: "Abbreviation", Kind: Text, Short: true, MaxLength: 25, Synonyms: []string{"acronym", "short name", "abbr", "code"}},
			{Num: 18, Key: "addressline1", Label: "Address Line 1", Kind: Text, MaxLength: 100},
			{Num: 19, Key: "addressline2", Label: "Address Line 2", Kind: Text, MaxLength: 100},
			{Num: 20, Key: "city", Label: "City", Kind: Text, MaxLength: 100},
			{Num: 21, Key: "country", Label: "Country", Kind: Lookup, Required: true, Target: "country"},
			{Num: 22, Key: "mainphone", Label: "Main Phone", Kind: Phone, MaxLength: 100},
			{Num: 23, Key: "parentlocation", Label: "Parent Location", Kind: Lookup, Target: "location", Parent: true},
			{Num: 24, Key: "postalcode", Label: "Postal Code", Kind: Text, MaxLength: 100},
			{Num: 25, Key: "stateorprovince", Label: "State or Province", Kind: Lookup, Required: true, Target: "stateorprovince"},
		},
	},
	{
		Num: 31, Key: "country", Label: "Country", Plural: "Countries",
		Group: "core", Icon: "globe",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "abbreviation", Label: "Abbreviation", Kind: Text, Short: true, Required: true, MaxLength: 100, Synonyms: []string{"acronym", "short name", "abbr", "code"}},
		},
	},
	{
		Num: 32, Key: "stateorprovince", Label: "State or Province", Plural: "States or Provinces",
		Group: "core", Icon: "map",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "abbreviation", Label: "Abbreviation", Kind: Text, Short: true, Required: true, MaxLength: 100, Synonyms: []string{"acronym", "short name", "abbr", "code"}},
			{Num: 18, Key: "country", Label: "Country", Kind: Lookup, Required: true, Target: "country"},
		},
	},
	{
		Num: 33, Key: "personneltype", Label: "Personnel Type", Plural: "Personnel Types",
		Group: "core", Icon: "tag",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
		},
	},
	{
		Num: 34, Key: "clearancelevel", Label: "Clearance Level", Plural: "Clearance Levels",
		Group: "core", Icon: "shield",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "abbreviation", Label: "Abbreviation", Kind: Text, Short: true, MaxLength: 100, Synonyms: []string{"acronym", "short name", "abbr", "code"}},
			{Num: 18, Key: "code", Label: "Code", Kind: Text, MaxLength: 100},
			{Num: 19, Key: "description", Label: "Description", Kind: Text, MaxLength: 100, Synonyms: []string{"short description", "details", "summary", "notes", "bemærkning", "beskrivelse", "beschreibung", "remarks"}},
		},
	},
	{
		Num: 35, Key: "graderank", Label: "Grade-Rank", Plural: "Grade-Ranks",
		Group: "core", Icon: "rank",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "abbreviation", Label: "Abbreviation", Kind: Text, Short: true, MaxLength: 100, Synonyms: []string{"acronym", "short name", "abbr", "code"}},
			{Num: 18, Key: "description", Label: "Description", Kind: Text, MaxLength: 100, Synonyms: []string{"short description", "details", "summary", "notes", "bemærkning", "beskrivelse", "beschreibung", "remarks"}},
			{Num: 19, Key: "paygrade", Label: "Pay Grade", Kind: Lookup, Target: "paygrade"},
		},
	},
	{
		Num: 36, Key: "paygrade", Label: "Pay Grade", Plural: "Pay Grades",
		Group: "core", Icon: "rank",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
		},
	},
	{
		Num: 37, Key: "jobseries", Label: "Job Series", Plural: "Job Series",
		Group: "core", Icon: "tag",
		Fields: []*Field{
			{Num: 16, Key: "name", Label: "Name", Kind: Text, Required: true, MaxLength: 100, Synonyms: []string{"title", "navn", "bezeichnung", "nom", "nombre"}},
			{Num: 17, Key: "description", Label: "Description", Kind: Text, MaxLength: 100, Synonyms: []string{"short description", "details", "summary", "notes", "bemærkning", "beskrivelse", "beschreibung", "remarks"}},
			{Num: 18, Key: "seriesnumber", Label: "Series Number", Kind: Text, MaxLength: 100},
		},
	},
}
