import type { ReportWhat } from '#domain/report-whats.ts';
import type {
	AccessFact,
	Audience,
	Confirmer,
	DayPart,
	Equipment,
	Kind,
	Language,
	OrganisationForm,
	Precision,
	VenueKind,
	Weekday,
} from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import type { When } from '#domain/time.ts';
import { m } from './generated/messages.js';

/**
 * Codes and the texts they are said with. Every code has one in every language: the types see to it. Each is named as it
 * stands, never put together (`m['theme_' + code]`): a page is then sent the texts that it can show, and no others.
 */
type Text = () => string;

export const themeNames = {
	sport: m.theme_sport,
	football: m.theme_football,
	floorball: m.theme_floorball,
	handball: m.theme_handball,
	basketball: m.theme_basketball,
	volleyball: m.theme_volleyball,
	ice_sports: m.theme_ice_sports,
	gymnastics: m.theme_gymnastics,
	athletics: m.theme_athletics,
	swimming: m.theme_swimming,
	skiing: m.theme_skiing,
	cycling: m.theme_cycling,
	orienteering: m.theme_orienteering,
	equestrian: m.theme_equestrian,
	golf: m.theme_golf,
	racket_sports: m.theme_racket_sports,
	martial_arts: m.theme_martial_arts,
	strength: m.theme_strength,
	fitness: m.theme_fitness,
	shooting: m.theme_shooting,
	motor_sports: m.theme_motor_sports,
	water_sports: m.theme_water_sports,
	climbing: m.theme_climbing,
	boule_bowling: m.theme_boule_bowling,
	parasport: m.theme_parasport,
	other_sport: m.theme_other_sport,
	outdoor: m.theme_outdoor,
	scouting: m.theme_scouting,
	hunting_fishing: m.theme_hunting_fishing,
	boating: m.theme_boating,
	culture: m.theme_culture,
	music: m.theme_music,
	choir: m.theme_choir,
	theatre: m.theme_theatre,
	dance: m.theme_dance,
	film_media: m.theme_film_media,
	literature: m.theme_literature,
	visual_arts: m.theme_visual_arts,
	crafts: m.theme_crafts,
	local_heritage: m.theme_local_heritage,
	history: m.theme_history,
	hobby: m.theme_hobby,
	chess: m.theme_chess,
	games: m.theme_games,
	collecting_models: m.theme_collecting_models,
	vehicles: m.theme_vehicles,
	gardening: m.theme_gardening,
	technology: m.theme_technology,
	genealogy: m.theme_genealogy,
	newcomers: m.theme_newcomers,
	language_cafe: m.theme_language_cafe,
	integration: m.theme_integration,
	cultural_community: m.theme_cultural_community,
	people: m.theme_people,
	women: m.theme_women,
	men: m.theme_men,
	youth: m.theme_youth,
	students: m.theme_students,
	children_family: m.theme_children_family,
	open_preschool: m.theme_open_preschool,
	seniors: m.theme_seniors,
	lgbtq: m.theme_lgbtq,
	disability: m.theme_disability,
	learning: m.theme_learning,
	homework_help: m.theme_homework_help,
	study_circles: m.theme_study_circles,
	work_mentoring: m.theme_work_mentoring,
	care: m.theme_care,
	health: m.theme_health,
	recovery: m.theme_recovery,
	temperance: m.theme_temperance,
	social_support: m.theme_social_support,
	faith: m.theme_faith,
	place: m.theme_place,
	local_development: m.theme_local_development,
	meeting_places: m.theme_meeting_places,
	housing: m.theme_housing,
	nature: m.theme_nature,
	environment: m.theme_environment,
	animals: m.theme_animals,
	dogs: m.theme_dogs,
	society: m.theme_society,
	politics: m.theme_politics,
	human_rights: m.theme_human_rights,
	peace: m.theme_peace,
	international: m.theme_international,
	unions_business: m.theme_unions_business,
	readiness: m.theme_readiness,
} satisfies Record<Theme, Text>;

export const kindNames = {
	organisation: m.kind_organisation,
	venue: m.kind_venue,
	activity: m.kind_activity,
} satisfies Record<Kind, Text>;

export const kindsNames = {
	organisation: m.kinds_organisation,
	venue: m.kinds_venue,
	activity: m.kinds_activity,
} satisfies Record<Kind, Text>;

export const audienceNames = {
	everyone: m.audience_everyone,
	newcomers: m.audience_newcomers,
	women: m.audience_women,
	men: m.audience_men,
	children: m.audience_children,
	youth: m.audience_youth,
	families: m.audience_families,
	seniors: m.audience_seniors,
	disability: m.audience_disability,
	lgbtq: m.audience_lgbtq,
} satisfies Record<Audience, Text>;

export const languageNames = {
	sv: m.language_sv,
	en: m.language_en,
	ar: m.language_ar,
	so: m.language_so,
	fa: m.language_fa,
	prs: m.language_prs,
	ti: m.language_ti,
	uk: m.language_uk,
	ku: m.language_ku,
	tr: m.language_tr,
	pl: m.language_pl,
	bs: m.language_bs,
	es: m.language_es,
	ru: m.language_ru,
	th: m.language_th,
	fi: m.language_fi,
	fit: m.language_fit,
	se: m.language_se,
	yi: m.language_yi,
	rom: m.language_rom,
	swl: m.language_swl,
	de: m.language_de,
	fr: m.language_fr,
	am: m.language_am,
	ps: m.language_ps,
	vi: m.language_vi,
	zh: m.language_zh,
	ro: m.language_ro,
	sq: m.language_sq,
	el: m.language_el,
	hu: m.language_hu,
} satisfies Record<Language, Text>;

export const venueKindNames = {
	bygdegard: m.venue_kind_bygdegard,
	folkets_hus: m.venue_kind_folkets_hus,
	ordenshus: m.venue_kind_ordenshus,
	hembygdsgard: m.venue_kind_hembygdsgard,
	bystuga: m.venue_kind_bystuga,
	faith_premises: m.venue_kind_faith_premises,
	library: m.venue_kind_library,
	school: m.venue_kind_school,
	preschool: m.venue_kind_preschool,
	sports_hall: m.venue_kind_sports_hall,
	youth_centre: m.venue_kind_youth_centre,
	community_centre: m.venue_kind_community_centre,
	residents_premises: m.venue_kind_residents_premises,
	culture_house: m.venue_kind_culture_house,
	scout_hut: m.venue_kind_scout_hut,
	club_house: m.venue_kind_club_house,
	cafe: m.venue_kind_cafe,
	outdoor_place: m.venue_kind_outdoor_place,
	other: m.venue_kind_other,
} satisfies Record<VenueKind, Text>;

export const equipmentNames = {
	kitchen: m.equipment_kitchen,
	projector: m.equipment_projector,
	hearing_loop: m.equipment_hearing_loop,
	stage: m.equipment_stage,
	piano: m.equipment_piano,
	sports_floor: m.equipment_sports_floor,
	changing_rooms: m.equipment_changing_rooms,
	storage: m.equipment_storage,
	workshop: m.equipment_workshop,
	sewing_machines: m.equipment_sewing_machines,
	computers: m.equipment_computers,
	wifi: m.equipment_wifi,
	playground: m.equipment_playground,
	barbecue: m.equipment_barbecue,
	parking: m.equipment_parking,
	charging: m.equipment_charging,
} satisfies Record<Equipment, Text>;

export const accessNames = {
	step_free_entrance: m.access_step_free_entrance,
	ramp: m.access_ramp,
	door_width_cm: m.access_door_width_cm,
	lift: m.access_lift,
	accessible_toilet: m.access_accessible_toilet,
	hearing_loop: m.access_hearing_loop,
	tactile_signs: m.access_tactile_signs,
	quiet: m.access_quiet,
	low_stimulus: m.access_low_stimulus,
	accessible_parking: m.access_accessible_parking,
	wheelchair_places: m.access_wheelchair_places,
} satisfies Record<AccessFact, Text>;

export const weekdayNames = {
	mon: m.weekday_mon,
	tue: m.weekday_tue,
	wed: m.weekday_wed,
	thu: m.weekday_thu,
	fri: m.weekday_fri,
	sat: m.weekday_sat,
	sun: m.weekday_sun,
} satisfies Record<Weekday, Text>;

export const dayPartNames = {
	morning: m.day_part_morning,
	afternoon: m.day_part_afternoon,
	evening: m.day_part_evening,
} satisfies Record<DayPart, Text>;

export const whenNames = {
	today: m.when_today,
	tomorrow: m.when_tomorrow,
	weekend: m.when_weekend,
	week: m.when_week,
	next_week: m.when_next_week,
	month: m.when_month,
} satisfies Record<When, Text>;

export const precisionNames = {
	exact: m.precision_exact,
	street: m.precision_street,
	locality: m.precision_locality,
	municipality: m.precision_municipality,
} satisfies Record<Precision, Text>;

export const confirmerNames = {
	owner: m.confirmer_owner,
	officer: m.confirmer_officer,
	import: m.confirmer_import,
	demo: m.confirmer_demo,
} satisfies Record<Confirmer, Text>;

export const formNames = {
	association: m.form_association,
	foundation: m.form_foundation,
	congregation: m.form_congregation,
	study_association: m.form_study_association,
	network: m.form_network,
	informal_group: m.form_informal_group,
} satisfies Record<OrganisationForm, Text>;

export const reportWhatNames = {
	closed: m.report_what_closed,
	contact: m.report_what_contact,
	time: m.report_what_time,
	place: m.report_what_place,
	access: m.report_what_access,
	danger: m.report_what_danger,
	other: m.report_what_other,
} satisfies Record<ReportWhat, Text>;
