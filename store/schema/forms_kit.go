package schema

// What a link between a system and a technology says from either side.
var (
	technologiesUsed = []string{"technologyrole", "version", "ittechnology.endofsupportdate", "ittechnology.technologystatus", "isproduction"}
	systemsUsing     = []string{"technologyrole", "version", "itsystem.lifecyclestage", "itsystem.criticality", "isproduction", "endofsupportdate"}
)

// kitForms are the kit's own, with the record's name and our fields added; forms.go makes the others.
var kitForms = []*Form{
	{Table: "itassignedentitlements", Use: MainForm, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "General", Fields: []string{"name", "ownerid", "person", "itproductentitlement"}},
		}},
	}},
	{Table: "itcomplianceassessment", Use: MainForm, Header: []string{"itsystemaccreditation", "compliancestatus"}, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "itsystemaccreditation", "compliancestatus", "compliancerequirement", "risklevel"}},
			{Label: "Assessment", Fields: []string{"assessmentdate", "findingssummary", "assessedby", "nextactiondate", "ownerid"}},
		}},
		{Label: "Compliance", Sections: []Section{
			{Label: "Compliance", Fields: []string{"targetcompletiondate", "requiredcorrectiveactions", "evidenceofcompliance"}},
		}},
	}},
	{Table: "itcomplianceassessment", Use: QuickCreate, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"itsystemaccreditation", "compliancerequirement", "name", "assessedby", "assessmentdate", "compliancestatus", "risklevel", "findingssummary", "requiredcorrectiveactions", "targetcompletiondate", "nextactiondate"}},
		}},
	}},
	{Table: "itdatacenter", Use: MainForm, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "General", Fields: []string{"name", "ownerid"}},
		}},
	}},
	{Table: "itpoamitem", Use: MainForm, Header: []string{"itsystemaccreditation", "itcomplianceassessment", "actionstatus"}, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "itsystemaccreditation", "itcomplianceassessment", "actionstatus", "riskcategory", "description", "mitigationplan", "duedate", "itsystem", "itsystemcomponent", "ownerid"}},
		}},
	}},
	{Table: "itpoamitem", Use: QuickCreate, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"itsystemaccreditation", "itcomplianceassessment", "name", "description", "riskcategory", "duedate"}},
		}},
	}},
	{Table: "itproductentitlement", Use: MainForm, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "General", Fields: []string{"name", "ownerid", "itproduct"}},
		}},
	}},
	{Table: "itprovisioningrequest", Use: MainForm, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "General", Fields: []string{"name", "ownerid"}},
		}},
	}},
	{Table: "itservicerequest", Use: MainForm, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "General", Fields: []string{"name", "ownerid", "itservicerequesttype", "itworkassignmentcode"}},
		}},
	}},
	{Table: "itsystem", Use: MainForm, Facts: []LinkedDate{
		{Via: "atoauthoritytooperate", Date: "expirationdate", Label: "Authority to operate", None: "None"},
		{Via: "primarytechnology", Date: "endofsupportdate", Label: "Technology support", Among: "primary"},
	}, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "Identification", Fields: []string{"name", "abbreviation", "pointofcontact", "criticality", "ownerid", "systemcode", "systemtype", "owningorganizationunit", "vendor"}},
			{Label: "Classification and Review", Fields: []string{"securityclassification", "lifecyclestage", "operationalstatus", "lastreviewdate", "nextreviewdate", "description"}},
		}},
		{Label: "Technology", Sections: []Section{
			{Label: "Technology Stack", Fields: []string{"primaryithostingmodel", "primarytechnology", "url", "itdatacenter", "ispublicapiavailable", "publicapiendpoint", "documentationurl", "repositoryurl"}},
			{Label: "Technologies", Fields: []string{}, Subgrid: &Subgrid{Table: "itsystemtechnology", Via: "itsystem", Columns: technologiesUsed}},
		}},
		{Label: "Compliance", Sections: []Section{
			{Label: "Authority to Operate", Fields: []string{"atoauthoritytooperate", "informationsecurityofficer", "containspii", "ismissioncritical"}},
			{Label: "Accreditations", Fields: []string{}, Subgrid: &Subgrid{Table: "itsystemaccreditation", Via: "itsystem"}},
			{Label: "POAM Items", Fields: []string{}, Subgrid: &Subgrid{Table: "itpoamitem", Via: "itsystem"}},
		}},
		{Label: "Components", Sections: []Section{
			{Label: "Components", Fields: []string{}, Subgrid: &Subgrid{Table: "itsystemcomponent", Via: "itsystem", Tree: true}},
			{Label: "Dependencies Summary", Fields: []string{"dependenciessummary"}},
		}},
		{Label: "Catalog", Sections: []Section{
			{Label: "Publication", KitLabel: "New Section", Fields: []string{"visibility", "catalogstatus", "golivedate", "retirementdate"}},
		}},
	}},
	{Table: "itsystemaccessdetail", Use: MainForm, Header: []string{"itsystemaccessrequest"}, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "itsystemaccessrequest", "itsystemaccessaction", "itsystemcomponent", "itproduct", "itproductentitlement", "justification"}},
		}},
		{Label: "Processing", Sections: []Section{
			{Label: "Processing", KitLabel: "New Section", Fields: []string{"actioncomments", "actioncompleteddatetime", "actionstatus", "actionexpirationdatetime"}},
		}},
	}},
	{Table: "itsystemaccessdetail", Use: QuickCreate, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "itsystemaccessrequest", "itsystemaccessaction", "itproduct", "itproductentitlement", "itsystemcomponent", "justification"}}, // the kit's leaves the required name out
		}},
	}},
	{Table: "itsystemaccessrequest", Use: MainForm, Header: []string{"actionstatus", "actioncompleteddatetime"}, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "actionstatus", "actioncompleteddatetime", "itsystemaccessrequesttype", "useridentificationnumber", "requestdate", "itsystemaccesslevel", "requestedbydate", "accessexpirationdatetime"}},
			{Label: "Requestor", Fields: []string{"person", "organizationunit", "firstname", "location", "middlename", "addressline1", "lastname", "addressline2", "employmenttype", "jobtitle", "graderank", "city", "personneltype", "stateorprovince", "ismanager", "emailaddress", "businessphone", "mobilephone"}},
		}},
		{Label: "Justification", Sections: []Section{
			{Label: "Justification", Fields: []string{"itworkassignmentcode", "informationawarenesscompleted", "informationawarenesscompleteddate", "requestorcertifiesneedtoknow", "justification", "optionalinformation"}},
		}},
		{Label: "Request Details", Sections: []Section{
			{Label: "Single Item", Fields: []string{"itsystemaccessrequesttype", "securityclassificationrequired", "itsystem", "itsystemcomponent", "itproduct", "itproductentitlement"}},
			{Label: "Items", Fields: []string{}, Subgrid: &Subgrid{Table: "itsystemaccessdetail", Via: "itsystemaccessrequest"}},
		}},
		{Label: "Processing", Sections: []Section{
			{Label: "Approvals and Completion", Fields: []string{"actionstatus", "actioncompleteddatetime", "actioncomments"}},
		}},
	}},
	{Table: "itsystemaccreditation", Use: MainForm, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "itsystem", "itaccreditationtype", "certificationbody", "scope", "expirationdate", "ownerid"}},
		}},
		{Label: "Compliance Assessments", Sections: []Section{
			{Label: "Compliance Assessments", Fields: []string{}, Subgrid: &Subgrid{Table: "itcomplianceassessment", Via: "itsystemaccreditation"}},
		}},
		{Label: "POAMs", Sections: []Section{
			{Label: "POAM Items", Fields: []string{}, Subgrid: &Subgrid{Table: "itpoamitem", Via: "itsystemaccreditation"}},
		}},
		{Label: "Risk Assessments", Sections: []Section{
			{Label: "Risk Assessments", KitLabel: "RIsk Assessments", Fields: []string{}, Subgrid: &Subgrid{Table: "riskitem", Via: "itsystemaccreditation"}},
		}},
	}},
	{Table: "itsystemcomponent", Use: MainForm, Header: []string{"itsystem", "parentitsystemcomponent"}, Facts: []LinkedDate{
		{Via: "ittechnology", Date: "endofsupportdate", Label: "Technology support"},
	}, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "Identification", Fields: []string{"name", "itsystem", "parentitsystemcomponent", "abbreviation", "itsystemcomponenttype", "ittechnology", "itdatacenter", "primarysteward", "itproduct", "componentcode", "serialnumber", "ipaddress", "version", "vendor", "location", "ownerid"}},
			{Label: "Classification and Review", Fields: []string{"securityclassification", "operationalstatus", "lastreviewdate", "nextreviewdate", "description", "tags", "lifecyclestage", "visibility"}},
		}},
		{Label: "Sub Components", Sections: []Section{
			{Label: "Sub Components", Fields: []string{}, Subgrid: &Subgrid{Table: "itsystemcomponent", Via: "parentitsystemcomponent", Tree: true}},
		}},
		{Label: "Technologies", Sections: []Section{
			{Label: "Technologies", Fields: []string{}, Subgrid: &Subgrid{Table: "itsystemtechnology", Via: "itsystemcomponent"}},
		}},
	}},
	{Table: "itsystemcomponent", Use: QuickCreate, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"itsystem", "parentitsystemcomponent", "itsystemcomponenttype", "name", "abbreviation"}},
			{Label: "", Fields: []string{"primarysteward", "securityclassification", "operationalstatus", "description"}},
			{Label: "", Fields: []string{"itdatacenter", "ittechnology"}},
		}},
	}},
	{Table: "ittechnology", Use: MainForm, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "ittechnologytype", "vendor", "description", "technologystatus", "currentstableversion", "deploymenttype", "endofsupportdate", "endoflifedate", "approvalexpirationdate"}},
		}},
		{Label: "Used by", Sections: []Section{
			{Label: "IT Systems", Fields: []string{}, Subgrid: &Subgrid{Table: "itsystemtechnology", Via: "ittechnology", Columns: systemsUsing}},
			{Label: "IT System Components", Fields: []string{}, Subgrid: &Subgrid{Table: "itsystemcomponent", Via: "ittechnology"}},
		}},
	}},
	{Table: "ittechnology", Use: QuickCreate, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "ittechnologytype", "vendor", "description"}},
		}},
	}},
	{Table: "ittechnologytype", Use: MainForm, Header: []string{"parentittechnologytype"}, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "parentittechnologytype", "ittechnologycategory", "description"}},
		}},
		{Label: "Technologies", Sections: []Section{
			{Label: "Technologies", Fields: []string{}, Subgrid: &Subgrid{Table: "ittechnology", Via: "ittechnologytype"}},
			{Label: "Sub Types", Fields: []string{}, Subgrid: &Subgrid{Table: "ittechnologytype", Via: "parentittechnologytype", Tree: true}},
		}},
	}},
	{Table: "ittechnologytype", Use: QuickCreate, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"parentittechnologytype", "name", "ittechnologycategory", "description"}},
		}},
	}},
	{Table: "itworkassignmentcode", Use: MainForm, Tabs: []Tab{
		{Label: "General", Sections: []Section{
			{Label: "", Fields: []string{"name", "startdate", "enddate"}},
		}},
	}},
}
