#!/usr/bin/env python3
"""Writes romania.yaml: a network of Romania's size, from its counties, towns and prisons.

    python3 romania.py > romania.yaml

Places, codes (ISO 3166-2) and public bodies are the country's own; NGOs, agreements and
capacities are made up, so that the file has the shape and the size of the real thing and nobody's
data. The same script gives the same file, byte by byte; a test checks that.
"""

import json
import unicodedata

# Code, county, round (one of the eight interregional rounds), municipalities and towns.
COUNTIES = [
    ("AB", "Alba", "centru", "Alba Iulia, Aiud, Blaj, Sebeș, Abrud, Baia de Arieș, Câmpeni, Cugir,"
     " Ocna Mureș, Teiuș, Zlatna"),
    ("AR", "Arad", "vest", "Arad, Chișineu-Criș, Curtici, Ineu, Lipova, Nădlac, Pâncota, Pecica,"
     " Sântana, Sebiș"),
    ("AG", "Argeș", "sud-muntenia", "Pitești, Câmpulung, Curtea de Argeș, Costești, Mioveni,"
     " Ștefănești, Topoloveni"),
    ("BC", "Bacău", "nord-est", "Bacău, Moinești, Onești, Buhuși, Comănești, Dărmănești,"
     " Slănic-Moldova, Târgu Ocna"),
    ("BH", "Bihor", "nord-vest", "Oradea, Beiuș, Marghita, Salonta, Aleșd, Nucet, Săcueni, Ștei,"
     " Valea lui Mihai, Vașcău"),
    ("BN", "Bistrița-Năsăud", "nord-vest", "Bistrița, Beclean, Năsăud, Sângeorz-Băi"),
    ("BT", "Botoșani", "nord-est", "Botoșani, Dorohoi, Bucecea, Darabani, Flămânzi, Săveni,"
     " Ștefănești"),
    ("BV", "Brașov", "centru", "Brașov, Codlea, Făgăraș, Săcele, Ghimbav, Predeal, Râșnov, Rupea,"
     " Victoria, Zărnești"),
    ("BR", "Brăila", "sud-est", "Brăila, Făurei, Ianca, Însurăței"),
    ("BZ", "Buzău", "sud-est", "Buzău, Râmnicu Sărat, Nehoiu, Pătârlagele, Pogoanele"),
    ("CS", "Caraș-Severin", "vest", "Reșița, Caransebeș, Anina, Băile Herculane, Bocșa,"
     " Moldova Nouă, Oravița, Oțelu Roșu"),
    ("CL", "Călărași", "sud-muntenia", "Călărași, Oltenița, Budești, Fundulea, Lehliu-Gară"),
    ("CJ", "Cluj", "nord-vest", "Cluj-Napoca, Câmpia Turzii, Dej, Gherla, Turda, Huedin"),
    ("CT", "Constanța", "sud-est", "Constanța, Mangalia, Medgidia, Băneasa, Cernavodă, Eforie,"
     " Hârșova, Murfatlar, Năvodari, Negru Vodă, Ovidiu, Techirghiol"),
    ("CV", "Covasna", "centru", "Sfântu Gheorghe, Târgu Secuiesc, Baraolt, Covasna,"
     " Întorsura Buzăului"),
    ("DB", "Dâmbovița", "sud-muntenia", "Târgoviște, Moreni, Fieni, Găești, Pucioasa, Răcari,"
     " Titu"),
    ("DJ", "Dolj", "sud-vest-oltenia", "Craiova, Băilești, Calafat, Bechet, Dăbuleni, Filiași,"
     " Segarcea"),
    ("GL", "Galați", "sud-est", "Galați, Tecuci, Berești, Târgu Bujor"),
    ("GR", "Giurgiu", "sud-muntenia", "Giurgiu, Bolintin-Vale, Mihăilești"),
    ("GJ", "Gorj", "sud-vest-oltenia", "Târgu Jiu, Motru, Bumbești-Jiu, Novaci, Rovinari,"
     " Târgu Cărbunești, Tismana, Turceni, Țicleni"),
    ("HR", "Harghita", "centru", "Miercurea Ciuc, Gheorgheni, Odorheiu Secuiesc, Toplița,"
     " Băile Tușnad, Bălan, Borsec, Cristuru Secuiesc, Vlăhița"),
    ("HD", "Hunedoara", "vest", "Deva, Brad, Hunedoara, Lupeni, Orăștie, Petroșani, Vulcan,"
     " Aninoasa, Călan, Geoagiu, Hațeg, Petrila, Simeria, Uricani"),
    ("IL", "Ialomița", "sud-muntenia", "Slobozia, Fetești, Urziceni, Amara, Căzănești,"
     " Fierbinți-Târg, Țăndărei"),
    ("IS", "Iași", "nord-est", "Iași, Pașcani, Hârlău, Podu Iloaiei, Târgu Frumos"),
    ("IF", "Ilfov", "bucuresti-ilfov", "Buftea, Bragadiru, Chitila, Măgurele, Otopeni, Pantelimon,"
     " Popești-Leordeni, Voluntari"),
    ("MM", "Maramureș", "nord-vest", "Baia Mare, Sighetu Marmației, Baia Sprie, Borșa, Cavnic,"
     " Dragomirești, Săliștea de Sus, Seini, Șomcuta Mare, Tăuții-Măgherăuș, Târgu Lăpuș, Ulmeni,"
     " Vișeu de Sus"),
    ("MH", "Mehedinți", "sud-vest-oltenia", "Drobeta-Turnu Severin, Orșova, Baia de Aramă,"
     " Strehaia, Vânju Mare"),
    ("MS", "Mureș", "centru", "Târgu Mureș, Reghin, Sighișoara, Târnăveni, Iernut, Luduș,"
     " Miercurea Nirajului, Sângeorgiu de Pădure, Sărmașu, Sovata, Ungheni"),
    ("NT", "Neamț", "nord-est", "Piatra Neamț, Roman, Bicaz, Roznov, Târgu Neamț"),
    ("OT", "Olt", "sud-vest-oltenia", "Slatina, Caracal, Balș, Corabia, Drăgănești-Olt,"
     " Piatra-Olt, Potcoava, Scornicești"),
    ("PH", "Prahova", "sud-muntenia", "Ploiești, Câmpina, Azuga, Băicoi, Boldești-Scăeni, Breaza,"
     " Bușteni, Comarnic, Mizil, Plopeni, Sinaia, Slănic, Urlați, Vălenii de Munte"),
    ("SM", "Satu Mare", "nord-vest", "Satu Mare, Carei, Ardud, Livada, Negrești-Oaș, Tășnad"),
    ("SJ", "Sălaj", "nord-vest", "Zalău, Cehu Silvaniei, Jibou, Șimleu Silvaniei"),
    ("SB", "Sibiu", "centru", "Sibiu, Mediaș, Agnita, Avrig, Cisnădie, Copșa Mică, Dumbrăveni,"
     " Miercurea Sibiului, Ocna Sibiului, Săliște, Tălmaciu"),
    ("SV", "Suceava", "nord-est", "Suceava, Câmpulung Moldovenesc, Fălticeni, Rădăuți,"
     " Vatra Dornei, Broșteni, Cajvana, Dolhasca, Frasin, Gura Humorului, Liteni, Milișăuți,"
     " Salcea, Siret, Solca, Vicovu de Sus"),
    ("TR", "Teleorman", "sud-muntenia", "Alexandria, Roșiori de Vede, Turnu Măgurele, Videle,"
     " Zimnicea"),
    ("TM", "Timiș", "vest", "Timișoara, Lugoj, Buziaș, Ciacova, Deta, Făget, Gătaia, Jimbolia,"
     " Recaș, Sânnicolau Mare"),
    ("TL", "Tulcea", "sud-est", "Tulcea, Babadag, Isaccea, Măcin, Sulina"),
    ("VS", "Vaslui", "nord-est", "Vaslui, Bârlad, Huși, Murgeni, Negrești"),
    ("VL", "Vâlcea", "sud-vest-oltenia", "Râmnicu Vâlcea, Drăgășani, Băbeni, Bălcești,"
     " Băile Govora, Băile Olănești, Berbești, Brezoi, Călimănești, Horezu, Ocnele Mari"),
    ("VN", "Vrancea", "sud-est", "Focșani, Adjud, Mărășești, Odobești, Panciu"),
    ("B", "București", "bucuresti-ilfov", ""),
]

# Towns without a social assistance service of their own here: their county serves them.
SMALL_TOWNS = {
    "Abrud", "Aninoasa", "Azuga", "Baia de Arieș", "Băile Govora", "Băile Olănești",
    "Băile Tușnad", "Bălan", "Bechet", "Berești", "Borsec", "Broșteni", "Cavnic", "Căzănești",
    "Copșa Mică", "Dragomirești", "Făurei", "Frasin", "Geoagiu", "Nucet", "Ocna Sibiului",
    "Ocnele Mari", "Predeal", "Slănic-Moldova", "Solca", "Vașcău",
}

PRISONS = [
    ("AB", "Aiud"), ("AR", "Arad"), ("BC", "Bacău"), ("MM", "Baia Mare"), ("BN", "Bistrița"),
    ("BT", "Botoșani"), ("BR", "Brăila"), ("IF", "București-Jilava"), ("B", "București-Rahova"),
    ("BV", "Codlea"), ("DJ", "Craiova"), ("DJ", "Craiova-Pelendava"), ("HD", "Deva"),
    ("MH", "Drobeta-Turnu Severin"), ("VN", "Focșani"), ("DB", "Găești"), ("GL", "Galați"),
    ("CJ", "Gherla"), ("GR", "Giurgiu"), ("IS", "Iași"), ("DB", "Mărgineni"),
    ("HR", "Miercurea Ciuc"), ("AG", "Mioveni"), ("BH", "Oradea"), ("PH", "Ploiești"),
    ("PH", "Ploiești-Târgșoru Nou"), ("CT", "Poarta Albă"), ("SM", "Satu Mare"),
    ("IL", "Slobozia"), ("GJ", "Târgu Jiu"), ("MS", "Târgu Mureș"), ("TM", "Timișoara"),
    ("TL", "Tulcea"), ("VS", "Vaslui"),
]
CUSTODY_CENTRES = [
    ("BR", "Centrul de Detenție Brăila-Tichilești", "Tichilești"),
    ("TM", "Centrul Educativ Buziaș", "Buziaș"),
    ("BC", "Centrul Educativ Târgu Ocna", "Târgu Ocna"),
    ("CJ", "Penitenciarul-Spital Dej", "Spital Dej"),
    ("B", "Penitenciarul-Spital București-Rahova", "Spital Rahova"),
]

ROUNDS = [
    ("nord-est", "IS", "Iași"), ("sud-est", "CT", "Constanța"), ("sud-muntenia", "PH", "Ploiești"),
    ("sud-vest-oltenia", "DJ", "Craiova"), ("vest", "TM", "Timișoara"),
    ("nord-vest", "CJ", "Cluj-Napoca"), ("centru", "BV", "Brașov"),
    ("bucuresti-ilfov", "B", "București"),
]

SERVICES = [
    ("health", "Sănătate", False),
    ("health.hiv", "Tratament HIV", True),
    ("health.tuberculosis", "Tratament tuberculoză", True),
    ("health.substance-use", "Tratamentul dependențelor", True),
    ("health.mental", "Sănătate mintală", True),
    ("housing", "Locuire", False),
    ("housing.emergency", "Adăpost de noapte", False),
    ("housing.social", "Locuință socială", False),
    ("employment", "Ocupare", False),
    ("employment.training", "Formare profesională", False),
    ("employment.placement", "Plasare pe piața muncii", False),
    ("education", "Școlarizare", False),
    ("education.literacy", "Alfabetizare", False),
    ("social", "Asistență socială", False),
    ("social.documents", "Acte de identitate", False),
    ("social.benefits", "Prestații sociale", False),
    ("family", "Legătura cu familia", False),
    ("family.contact", "Contactul cu familia", False),
    ("family.children", "Protecția copilului", True),
    ("psychosocial", "Asistență psihosocială", False),
    ("psychosocial.art-therapy", "Terapie prin artă", False),
    ("psychosocial.accompaniment", "Însoțire înainte și după liberare", False),
    ("legal", "Asistență juridică", False),
    ("probation", "Probațiune", False),
]

NGO_NAMES = [
    "Asociația Un Nou Început", "Fundația Pas cu Pas Înapoi Acasă", "Asociația Puntea",
    "Fundația Drumul Drept", "Asociația Ușa Deschisă", "Fundația A Doua Șansă",
    "Asociația Umbrela", "Fundația Împreună După",
]

EVERY_SECTION = "identity, contact, needs, family, custody"


def slug(name):
    """`Drobeta-Turnu Severin` as `drobeta-turnu-severin`."""
    plain = unicodedata.normalize("NFD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain.lower().replace(" ", "-")


def text(value):
    return json.dumps(value, ensure_ascii=False)


def towns(county):
    return [town.strip() for town in county[3].split(",") if town.strip()]


def print_head():
    print(f"""\
# Romania: 41 counties and the capital, {len(PRISONS) + len(CUSTODY_CENTRES)} prisons, 42 probation services,
# 340 local bodies, 80 NGOs, the county hospitals and employment agencies, eight interregional
# rounds. Written by romania.py: change that and run it again. demo.yaml explains each key.

network:
  id: throughcare-ro
  name: {text("Rețeaua de reintegrare România")}
""")


def print_regions():
    print("regions:\n  - code: RO\n    name: \"România\"\n    children:")
    for county in COUNTIES:
        code, name = county[0], county[1]
        print(f"      - code: RO-{code}\n        name: {text(name)}\n        children:")
        if code == "B":
            for number in range(1, 7):
                print(f"          - {{code: RO-B/sector-{number}, name: \"Sectorul {number}\"}}")
        for town in towns(county):
            print(f"          - {{code: RO-{code}/{slug(town)}, name: {text(town)}}}")
    print("\ngroups:")
    for name, _, _ in ROUNDS:
        members = ", ".join(f"RO-{county[0]}" for county in COUNTIES if county[2] == name)
        print(f"  {name}: [{members}]")


def print_services():
    print("\nservices:")
    for code, name, confidential in SERVICES:
        flag = ", confidential: true" if confidential else ""
        print(f"  - {{code: {code}, name: {text(name)}{flag}}}")


class Agencies:
    """The agencies with their agreements, printed after one another."""

    def __init__(self):
        self.agencies = []
        self.agreements = []

    def add(self, id, name, kind, supervisor=None):
        lines = [f"  - id: {id}", f"    name: {text(name)}", f"    kind: {kind}",
                 f"    certificates: [{{uri: \"urn:throughcare:agency:{id}\"}}]"]
        if supervisor:
            lines.append(f"    supervisor: {supervisor}")
        self.agencies.append("\n".join(lines))

    def agree(self, provider, about, services, regions=None, groups=None, kinds=None,
              priority=0, capacity=None):
        lines = [f"  - id: {provider}-{about}", f"    provider: {provider}",
                 f"    services: [{services}]"]
        if regions:
            lines.append(f"    regions: [{regions}]")
        if groups:
            lines.append(f"    groups: [{groups}]")
        if kinds:
            lines.append(f"    from: {{kinds: [{kinds}]}}")
        if priority:
            lines.append(f"    priority: {priority}")
        if capacity:
            lines.append(f"    capacity: {capacity}")
        self.agreements.append("\n".join(lines))


def add_authorities(network):
    network.add("ro-anp", "Administrația Națională a Penitenciarelor", "central-authority")
    network.add("ro-dnp", "Direcția Națională de Probațiune", "central-authority")
    network.agree("ro-dnp", "probation", "probation", regions="RO",
                  kinds="prison, probation, health, ngo, social-services", priority=-10)


def add_prisons(network):
    for _, place in PRISONS:
        network.add(f"ro-anp-{slug(place)}", f"Penitenciarul {place}", "prison", "ro-anp")
    for _, name, short in CUSTODY_CENTRES:
        network.add(f"ro-anp-{slug(short)}", name, "prison", "ro-anp")


def add_county_services(network):
    for index, county in enumerate(COUNTIES):
        code, name = county[0], county[1]
        place = slug(name)
        region = f"RO-{code}"
        probation = f"ro-dp-{place}"
        network.add(probation, f"Serviciul de Probațiune {name}", "probation", "ro-dnp")
        network.agree(probation, "probation", "probation", regions=region,
                      kinds="prison, probation, health, ngo, social-services")
        hospital = f"ro-sju-{place}"
        network.add(hospital, f"Spitalul Județean de Urgență {name}", "health")
        network.agree(hospital, "health", "health", regions=region, priority=5,
                      capacity=200 + 10 * (index % 7))
        work = f"ro-ajofm-{place}"
        network.add(work, f"Agenția pentru Ocuparea Forței de Muncă {name}", "employment")
        network.agree(work, "employment", "employment", regions=region)


def add_hiv_centres(network):
    for name, _, place in ROUNDS:
        centre = f"ro-crhiv-{slug(place)}"
        network.add(centre, f"Centrul Regional HIV/SIDA {place}", "health")
        network.agree(centre, "hiv", "health.hiv", groups=name, priority=10)


def add_local_bodies(network):
    for county in COUNTIES:
        code, name = county[0], county[1]
        bodies = [(f"ro-dgaspc-{slug(name)}", name, f"RO-{code}")]
        if code == "B":
            bodies = [(f"ro-dgaspc-sector-{number}", f"Sector {number}", f"RO-B/sector-{number}")
                      for number in range(1, 7)]
        for body, about, region in bodies:
            network.add(body, f"Direcția Generală de Asistență Socială {about}",
                        "social-services")
            network.agree(body, "social", "social, family, education", regions=region)
            network.agree(body, "housing", "housing", regions=region, priority=-5, capacity=60)
        for town in towns(county):
            if town in SMALL_TOWNS:
                continue
            body = f"ro-das-{code.lower()}-{slug(town)}"
            region = f"RO-{code}/{slug(town)}"
            network.add(body, f"Direcția de Asistență Socială {town}", "municipality")
            network.agree(body, "social", "social, education", regions=region)
            network.agree(body, "housing", "housing", regions=region, capacity=20)


def add_ngos(network):
    counties = COUNTIES + [county for county in COUNTIES if county[0] not in ("CV", "SJ", "TL",
                                                                             "MH")]
    seen = set()
    for index, county in enumerate(counties):
        code, name = county[0], county[1]
        number = 2 if code in seen else 1
        seen.add(code)
        ngo = f"ro-ong-{slug(name)}-{number}"
        network.add(ngo, f"{NGO_NAMES[index % len(NGO_NAMES)]} {name}", "ngo")
        network.agree(ngo, "support", "psychosocial, family, legal", regions=f"RO-{code}",
                      priority=5, capacity=40 + 5 * (index % 5))
        if number == 1:
            network.agree(ngo, "shelter", "housing.emergency", regions=f"RO-{code}",
                          priority=5, capacity=12)
        else:
            network.agree(ngo, "work", "employment.training, employment.placement",
                          regions=f"RO-{code}", priority=5, capacity=25)


def print_policy():
    print(f"""
policy:
  senders:
    referral: [prison, probation, health, ngo, social-services, municipality]
  laws:
    - regime: led
      references: ["Legea 254/2013"]
      kinds: [prison]
      services: [health]
      sections: [identity, contact, health, substance-use, custody]
    - regime: led
      references: ["Legea 254/2013"]
      kinds: [prison]
      services: [housing, employment, education, social, family, psychosocial, legal, probation]
      sections: [{EVERY_SECTION}]
    - regime: led
      references: ["Legea 252/2013"]
      kinds: [probation]
      sections: [{EVERY_SECTION}, risk]
    - regime: gdpr
      references: ["Legea 292/2011"]
      kinds: [social-services, municipality, ngo]
      services: [housing, employment, education, social, family, psychosocial, legal]
      sections: [identity, contact, needs, family]
    - regime: gdpr
      references: ["Legea 95/2006"]
      kinds: [health]
      services: [health]
      sections: [identity, contact, health, substance-use]
  maxDeliveries: 10""")


def main():
    network = Agencies()
    add_authorities(network)
    add_prisons(network)
    add_county_services(network)
    add_hiv_centres(network)
    add_local_bodies(network)
    add_ngos(network)
    print_head()
    print_regions()
    print_services()
    print("\nagencies:")
    print("\n".join(network.agencies))
    print("\nagreements:")
    print("\n".join(network.agreements))
    print_policy()


if __name__ == "__main__":
    main()
