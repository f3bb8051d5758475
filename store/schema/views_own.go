package schema

// ownLists are the columns and the order of the active records of tables whose first fields say too little.
var ownLists = map[string]View{
	"integrationidentifier":   {Columns: []string{"name", "sourcesystemkey", "externalkey", "targettable", "firstseendatetime", "lastseendatetime"}},
	"integrationvaluemap":     {Columns: []string{"name", "sourcesystemkey", "codelist", "sourcecode", "sourcelabel", "canonicalcodevalue", "confidence"}},
	"integrationcommitpolicy": {Columns: []string{"name", "targettable", "fieldname", "authoritativesources", "commitmode", "autocertify", "staleafterdays"}},
	"integrationsyncjob": {Columns: []string{"name", "sourcesystemkey", "submitteddatetime", "jobstatus", "entitytype"},
		Order: []Order{{Field: "submitteddatetime", Descending: true}}},
	"integrationsyncitem": {Columns: []string{"name", "newvalue", "processmessage", "applieddatetime", "integrationsyncjob"}},
	"integrationledger":   {Columns: []string{"name", "ledgerstatus", "certifiedby", "certifieddatetime", "sourcesystemkey", "notes"}},
}

// ownViews are ours beside the kit's: the questions that people ask of a register again and again.
// Their columns are those of the table's default view where none are named.
var ownViews = []*View{
	{
		Table: "itsystem", Label: "My IT Systems",
		Filter: activeAnd(Filter{Any: true, Conditions: []Condition{
			{Field: "ownerid", Op: EqualsMe}, {Field: "pointofcontact.fullname", Op: EqualsMe}, {Field: "pointofcontact.user", Op: EqualsMe},
			{Field: "informationsecurityofficer.fullname", Op: EqualsMe}, {Field: "informationsecurityofficer.user", Op: EqualsMe},
		}}),
	},
	{
		Table: "itsystem", Label: "Overdue Reviews", Columns: reviewColumns,
		Filter: activeWith(notRetired, Condition{Field: "nextreviewdate", Op: Past}), Order: by("nextreviewdate"),
	},
	{
		Table: "itsystem", Label: "Reviews in the Next 90 Days", Columns: reviewColumns,
		Filter: activeWith(Condition{Field: "nextreviewdate", Op: NextDays, Values: []string{"90"}}), Order: by("nextreviewdate"),
	},
	{
		Table: "itsystem", Label: "IT Systems Without a Review Date", Columns: reviewColumns,
		Filter: activeWith(notRetired, Condition{Field: "nextreviewdate", Op: IsNull}),
	},
	{
		Table: "itsystem", Label: "Retired IT Systems",
		Columns: []string{"name", "abbreviation", "lifecyclestage", "operationalstatus", "retirementdate", "pointofcontact", "criticality"},
		Filter: Filter{Any: true, Conditions: []Condition{
			{Field: "lifecyclestage", Op: Equals, Values: []string{"166840004"}}, {Field: "operationalstatus", Op: Equals, Values: []string{"166840002"}},
		}},
	},
	{
		Table: "itsystem", Label: "IT Systems Without an Owner",
		Columns: []string{"name", "abbreviation", "ownerid", "pointofcontact", "informationsecurityofficer", "owningorganizationunit", "criticality", "lifecyclestage"},
		Filter: activeAnd(Filter{Any: true, Conditions: []Condition{
			{Field: "ownerid", Op: IsNull}, {Field: "pointofcontact", Op: IsNull},
		}}),
	},
	{
		Table: "itsystem", Label: "IT Systems Without an Accreditation",
		Columns: []string{"name", "abbreviation", "criticality", "securityclassification", "lifecyclestage", "informationsecurityofficer", "atoauthoritytooperate"},
		Filter:  activeWith(notRetired, Condition{Field: "atoauthoritytooperate", Op: IsNull}, Condition{Field: "itsystemaccreditation:itsystem", Op: IsNull}),
	},
	{
		Table: "itsystem", Label: "IT Systems on Unsupported Technology",
		Columns: []string{"name", "abbreviation", "criticality", "primarytechnology", "primarytechnology.endofsupportdate", "lifecyclestage", "pointofcontact"},
		Filter: activeAnd(Filter{Any: true, Conditions: []Condition{
			{Field: "primarytechnology.endofsupportdate", Op: Past}, {Field: "itsystemtechnology:itsystem.ittechnology.endofsupportdate", Op: Past},
		}}, notRetired),
		Order: by("primarytechnology.endofsupportdate"),
	},
	{
		Table: "itsystemaccreditation", Label: "Accreditations Expiring in 90 Days", Columns: accreditationColumns,
		Filter: activeWith(Condition{Field: "expirationdate", Op: NextDays, Values: []string{"90"}}), Order: by("expirationdate"),
	},
	{
		Table: "itsystemaccreditation", Label: "Expired Accreditations", Columns: accreditationColumns,
		Filter: activeWith(Condition{Field: "expirationdate", Op: Past}), Order: by("expirationdate"),
	},
	{
		Table: "itcomplianceassessment", Label: "Non-Compliant Assessments",
		Filter: activeWith(Condition{Field: "compliancestatus", Op: Equals, Values: []string{"166840001"}}), Order: by("targetcompletiondate"),
	},
	{
		Table: "itpoamitem", Label: "Open POA&M Items by Due Date", Columns: poamColumns,
		Filter: activeWith(stillOpen), Order: by("duedate"),
	},
	{
		Table: "itpoamitem", Label: "Overdue POA&M Items", Columns: poamColumns,
		Filter: activeWith(stillOpen, Condition{Field: "duedate", Op: Past}), Order: by("duedate"),
	},
	{
		Table: "riskitem", Label: "Open Risk Items",
		Columns: []string{"name", "risklevel", "risklikelihood", "actionstatus", "targetmitigationdate", "reviewdate", "organizationunit"},
		Filter:  activeWith(stillOpen), Order: by("targetmitigationdate"),
	},
	{
		Table: "itservicerequest", Label: "Recent Service Requests",
		Columns: []string{"name", "itservicerequesttype", "itworkassignmentcode", "ownerid", "createdon"},
		Filter:  activeWith(Condition{Field: "createdon", Op: LastDays, Values: []string{"90"}}), Order: []Order{{Field: "createdon", Descending: true}},
	},
	{
		Table: "itprovisioningrequest", Label: "Recent Provisioning Requests",
		Columns: []string{"name", "ownerid", "createdon", "modifiedon"},
		Filter:  activeWith(Condition{Field: "createdon", Op: LastDays, Values: []string{"90"}}), Order: []Order{{Field: "createdon", Descending: true}},
	},
	{
		Table: "itsystemaccessrequest", Label: "Open Access Requests",
		Columns: []string{"name", "requestdate", "requestedbydate", "itsystemaccessrequesttype", "actionstatus", "person", "itsystem"},
		Filter:  activeWith(stillOpen), Order: by("requestedbydate"),
	},
	{
		Table: "itsystemaccessrequest", Label: "Access That Expires in 90 Days",
		Columns: []string{"name", "accessexpirationdatetime", "person", "itsystem", "itsystemaccesslevel", "actionstatus"},
		Filter:  activeWith(Condition{Field: "accessexpirationdatetime", Op: NextDays, Values: []string{"90"}}), Order: by("accessexpirationdatetime"),
	},
	{
		Table: "ittechnology", Label: "Technologies Past End of Support", Columns: supportColumns,
		Filter: activeWith(Condition{Field: "endofsupportdate", Op: Past}), Order: by("endofsupportdate"),
	},
	{
		Table: "ittechnology", Label: "Support Ends Within a Year", Columns: supportColumns,
		Filter: activeWith(Condition{Field: "endofsupportdate", Op: NextDays, Values: []string{"365"}}), Order: by("endofsupportdate"),
	},
	{
		Table: "ittechnology", Label: "Technologies Not in Use", Columns: supportColumns,
		Filter: activeWith(Condition{Field: "itsystem:primarytechnology", Op: IsNull}, Condition{Field: "itsystemtechnology:ittechnology", Op: IsNull},
			Condition{Field: "itsystemcomponent:ittechnology", Op: IsNull}),
	},
	{
		Table: "itsystemcomponent", Label: "IT System Components Without a System",
		Filter: activeWith(Condition{Field: "itsystem", Op: IsNull}),
	},
	{
		Table: "itsystemcomponent", Label: "Components by System", Group: &GroupBy{Field: "itsystem"},
		Filter: activeWith(), Order: by("name"),
	},
}

var (
	reviewColumns        = []string{"name", "abbreviation", "nextreviewdate", "lastreviewdate", "pointofcontact", "criticality", "lifecyclestage"}
	accreditationColumns = []string{"name", "itsystem", "itaccreditationtype", "expirationdate", "itsystem.criticality", "itsystem.informationsecurityofficer", "certificationbody"}
	poamColumns          = []string{"name", "duedate", "riskcategory", "actionstatus", "itsystem", "itsystemaccreditation", "ownerid"}
	supportColumns       = []string{"name", "ittechnologytype", "vendor", "technologystatus", "endofsupportdate", "endoflifedate", "currentstableversion"}

	notRetired = Condition{Field: "lifecyclestage", Op: NotEquals, Values: []string{"166840004"}}
	retired    = Condition{Field: "lifecyclestage", Op: Equals, Values: []string{"166840004"}}
	// stillOpen are actions neither complete nor cancelled.
	stillOpen = Condition{Field: "actionstatus", Op: NotIn, Values: []string{"166840005", "166840006"}}
)

func by(field string) []Order { return []Order{{Field: field}} }

// activeWith holds for active records that meet every condition.
func activeWith(all ...Condition) Filter {
	return Filter{Conditions: append([]Condition{{Field: "statecode", Op: Equals, Values: []string{"0"}}}, all...)}
}

// activeAnd holds for active records that meet every condition and a group of them besides.
func activeAnd(group Filter, all ...Condition) Filter {
	f := activeWith(all...)
	f.Groups = []Filter{group}
	return f
}
