/*
 * Countries with several time zones whose numbers tell the place by their first digits. Within a country the
 * longest matching prefix wins. Zones are named by where most people of the prefix live. Mobile
 * numbers of Australia and Russia belong to no place and have no row.
 */

/** One row per zone: its IANA name, then prefixes in E.164 without the plus, one space between. */
export const prefixesByZone: readonly (readonly [zone: string, prefixes: string])[] = [
  // Mexico: the center's time is the rule, the rows below are the exceptions.
  ['America/Mexico_City', '52'],
  ['America/Tijuana', '52616 52646 52658 52661 52663 52664 52665 52686'],
  ['America/Hermosillo', '52622 52623 52631 52632 52633 52634 52637 52638 52641 52642 52643 52644 52645 52647 52651 52653 52662'],
  [
    'America/Mazatlan',
    '52311 52319 52323 52324 52325 52389 52612 52613 52615 52624 ' +
      '52667 52668 52669 52672 52673 52687 52694 52695 52696 52697 52698',
  ],
  ['America/Ciudad_Juarez', '52656'],
  ['America/Matamoros', '52867 52868 52877 52878 52894 52899'],
  ['America/Cancun', '52983 52984 52987 52998'],

  // Brazil: the states west of Brasília by their two-digit codes.
  ['America/Sao_Paulo', '55'],
  ['America/Cuiaba', '5565 5566'],
  ['America/Campo_Grande', '5567'],
  ['America/Porto_Velho', '5569'],
  ['America/Manaus', '5592 5597'],
  ['America/Boa_Vista', '5595'],
  ['America/Rio_Branco', '5568'],

  // Australia: 612, 613 and 617 are the east; 618 is shared by west, south and the Northern Territory.
  ['Australia/Sydney', '612'],
  ['Australia/Melbourne', '613'],
  ['Australia/Brisbane', '617'],
  ['Australia/Perth', '6186 6189'],
  ['Australia/Adelaide', '6187 6188'],
  ['Australia/Darwin', '61889'],

  // Russia: Moscow time is the rule for 47, 48, 49 and 8, the regions by their codes.
  ['Europe/Moscow', '747 748 749 781 782 783 784 785 786 787'],
  ['Europe/Kaliningrad', '7401'],
  ['Europe/Samara', '7341 7846 7848'],
  ['Europe/Saratov', '7845'],
  ['Europe/Ulyanovsk', '7842'],
  ['Europe/Astrakhan', '7851'],
  ['Asia/Yekaterinburg', '7342 7343 7345 7346 7347 7349 7351 7352 7353'],
  ['Asia/Omsk', '7381'],
  ['Asia/Tomsk', '7382'],
  ['Asia/Novosibirsk', '7383'],
  ['Asia/Novokuznetsk', '7384'],
  ['Asia/Barnaul', '7385 7388'],
  ['Asia/Krasnoyarsk', '7390 7391 7394'],
  ['Asia/Irkutsk', '7301 7395'],
  ['Asia/Chita', '7302'],
  ['Asia/Yakutsk', '7411 7416'],
  ['Asia/Vladivostok', '7421 7423 7426'],
  ['Asia/Magadan', '7413'],
  ['Asia/Sakhalin', '7424'],
  ['Asia/Kamchatka', '7415'],
  ['Asia/Anadyr', '7427'],

  // Spain's Canary Islands; the mainland is in country-zones.ts.
  ['Atlantic/Canary', '34822 34828 34922 34928'],
  // Portugal's Azores.
  ['Atlantic/Azores', '351292 351295 351296'],
];
